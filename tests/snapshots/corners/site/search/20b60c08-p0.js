sala_search("p0","/////////X//Wiv////U7X///8")
