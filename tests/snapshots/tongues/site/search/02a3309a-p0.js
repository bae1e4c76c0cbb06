sala_search("p0","{{{{{{{{{{{{qV{{[")
