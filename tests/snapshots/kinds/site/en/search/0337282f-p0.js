sala_search("p0","/////////////1n/g")
