sala_search("p5","/qjn/Ud/JekdEPVv/r1/9ZvyZ9Hf+uLdq0oVQ3yRG3665Y")
