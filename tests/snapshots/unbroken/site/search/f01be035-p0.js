sala_search("p0","/////////Wv//////8")
