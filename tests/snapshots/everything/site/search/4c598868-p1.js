sala_search("p1","1Kr/X9/+rf/VLqP9dtR3/6xv/65f/rn")
