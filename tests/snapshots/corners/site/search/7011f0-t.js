sala_search("7011f0-t","\n=w6s?]:&:j&7y+j8_ ដ{",1)
