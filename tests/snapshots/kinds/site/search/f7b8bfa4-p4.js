sala_search("p4","1Vg")
