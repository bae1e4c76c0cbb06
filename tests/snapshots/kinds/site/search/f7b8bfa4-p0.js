sala_search("p0","/7tJj//6tqmW71b/////////qHq3w")
