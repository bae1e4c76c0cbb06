sala_search("p1","{{{{{{{yWcytERZynvug{{{{l")
