sala_search("p4","{qfZ{{{{zkj{{{zwrw{{{{t")
