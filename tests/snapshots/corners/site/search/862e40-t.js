sala_search("862e40-t","\n=w6s?]:&:j&7y+j8_ ឍ{",1)
