sala_search("4c892e-t","I5y6c+&1m;c+&Ad,A]Br{\nI5y6c+&1m;c+&Ad,A]Br{\n;yA.]=BA1y2&;]:&8`'&FyI]6&=_&I5y6c+&1m;c+{",1)
