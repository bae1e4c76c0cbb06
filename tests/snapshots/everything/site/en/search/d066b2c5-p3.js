sala_search("p3","{{{{{{{{{{{{{{{{z")
