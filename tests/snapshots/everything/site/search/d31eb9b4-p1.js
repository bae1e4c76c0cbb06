sala_search("p1","+6pUask3Pqrd3L5Zka5yL9118Xp/Z8tznqFVbrVXuoO6m+pEr121WUkvtVLlUNe391W/rV8tiuh/6rNOMt69/9c39Z//+v3r3kqlP370J393v7e6sVWN7qy5/1Lq//X9V2X6t/q3//VL6jv12w")
