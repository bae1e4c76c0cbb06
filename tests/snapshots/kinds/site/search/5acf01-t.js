sala_search("5acf01-t","\n1m5]'r']B\nAg;,m · ?^7b:] · '0y0]\nI:b?w6 · C^,y-^'] · 9y:c · 'yAb?;yA`'yF] · ?'&Fy6];r\n;^8&;0y._ · 9y:c · ?'A]\n?cB1y2]:&,y;];r · ,y;];r&F]'By;+\nI6y7;8{",1)
