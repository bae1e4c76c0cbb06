sala_search("p2","1Rdc/1bdc//rmUJ//////q16t/1n/1C+")
