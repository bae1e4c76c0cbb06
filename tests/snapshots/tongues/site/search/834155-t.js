sala_search("834155-t","=]'y@&F]?0y0\n=]'y@&F]?0y0\n;yA]'r&*bm&.]&;yA]'r&A;Fr&Iy:'{",1)
