sala_search("9a8ab8-t","\n=w6s?]:&:j&7y+j&8_ ឍ{",1)
