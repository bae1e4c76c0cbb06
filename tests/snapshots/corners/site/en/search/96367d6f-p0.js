sala_search("p0","{{{{{{{{{{l")
