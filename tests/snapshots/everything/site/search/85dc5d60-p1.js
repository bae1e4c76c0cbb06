sala_search("p1","+6pUask3Pqrd3L5Zka5yL9118Xp/Z8tznqFVbrVXuoO6m+pEr121WUkvtVLlUNe391W/rV8tiuh/6rNOMt69/9c39Z//+v3r3kqlP33oTv7vf291Yqsb3Vlz/qXV/+v6rsv1b/Vv/+qX1Hfrtg")
