sala_search("p0","///////////w")
