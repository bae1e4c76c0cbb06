sala_search("81885c-t","\n=w6s?]:&:j&7y+j&8_ ណ{",1)
