sala_search("1286f4-t","")
