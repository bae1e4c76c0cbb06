sala_search("p0","{{{{{{{{{{{{{{z")
