sala_search("871957-t","\n=w6s?]:&:j&7y+j&8_ ដ{",1)
