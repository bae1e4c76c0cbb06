sala_search("36c2dc-t","\nour group")
