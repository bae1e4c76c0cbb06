sala_search("p1","{{{{{{{{{{{{{qb{{fst")
