sala_search("p1","{{{{{{{{{{l")
