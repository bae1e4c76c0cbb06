sala_search("3b97c2-t","\n=w6s?]:&:j&7y+j8_ ឋ{",1)
