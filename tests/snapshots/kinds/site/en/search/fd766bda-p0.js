sala_search("p0","//////XL///////Wf+")
