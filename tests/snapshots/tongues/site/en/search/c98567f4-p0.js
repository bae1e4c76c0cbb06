sala_search("p0","{{{{{{{t")
