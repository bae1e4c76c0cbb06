sala_search("p0","/////////X//rRX////1O1////w")
