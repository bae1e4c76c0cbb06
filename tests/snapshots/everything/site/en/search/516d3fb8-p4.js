sala_search("p4","d3P/g")
