sala_search("p0","{{{{{{{{{{{{{{{")
