sala_search("p0","/4")
