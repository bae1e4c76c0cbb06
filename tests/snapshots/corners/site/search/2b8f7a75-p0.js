sala_search("p0","/////////X//rRX////9Ttf///+")
