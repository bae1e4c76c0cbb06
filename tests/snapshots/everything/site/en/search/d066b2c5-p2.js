sala_search("p2","{{{{{{{{{{{{{{{{t")
