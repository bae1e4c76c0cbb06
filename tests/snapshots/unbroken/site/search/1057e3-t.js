sala_search("1057e3-t","\n;yA.]=BA1y2&'?y=b.]&,cBAd?&;5y1bn;5y1]B :^+&;yA.bm&'yAb?;yA`'yF]&*bm{",1)
