sala_search("p2","yOSJ{{gc{{{{{{{{{{{{l")
