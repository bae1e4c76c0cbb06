sala_search("p4","{")
