sala_search("p0","/////////1j9f//rRX///")
