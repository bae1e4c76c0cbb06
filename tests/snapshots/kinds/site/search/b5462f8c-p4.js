sala_search("p4","t")
