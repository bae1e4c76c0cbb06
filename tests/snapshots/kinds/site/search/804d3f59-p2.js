sala_search("p2","1Rdc/1bdc//rmUJ//////v769/f//Wf/")
