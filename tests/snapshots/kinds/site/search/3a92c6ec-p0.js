sala_search("p0","/7tJj//6tqmW71b/////////1D1b4")
