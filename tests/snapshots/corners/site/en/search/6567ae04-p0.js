sala_search("p0","Vv/////////+")
