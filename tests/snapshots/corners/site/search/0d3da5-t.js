sala_search("0d3da5-t","\n=w6s?]:&:j&7y+j8_ ត{",1)
