sala_search("54f54a-t","\nIn English alone.")
