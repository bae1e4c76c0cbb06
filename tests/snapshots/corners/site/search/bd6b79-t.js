sala_search("bd6b79-t","\n=w6s?]:&:j&7y+j&8_ ឋ{",1)
