sala_search("8927d5-t","\n;yA.]=BA1y2&'?y=b.]&,cB&Ad?&;5y1bn;5y1]B :^+&;yA.bm&'yAb?;yA`'yF]&*bm{",1)
