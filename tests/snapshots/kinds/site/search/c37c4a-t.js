sala_search("c37c4a-t","\n7yBj&FhC] · ២០ ០០០៛\nI6y7;8{",1)
