sala_search("p0","ubFv////1Jf/kg3P9U///9R/UPd/Pty+///1C/Ul9U8l8J1O91fWv6nf/uqVfJr3v1uuvn3UHamqk6/Uk31DXr91W+tZ/+uT//X7r3JVKfg")
