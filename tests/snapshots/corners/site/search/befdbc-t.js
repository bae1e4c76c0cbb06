sala_search("befdbc-t","\n=w6s?]:&:j&7y+j&8_ ត{",1)
