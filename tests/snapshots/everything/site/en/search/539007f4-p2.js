sala_search("p2","d3P/g")
