sala_search("p0","/////////1j9f//1or///////U7X/////+")
