sala_search("9d15cd-t","\nFyA]B&.]+&)h{",1)
