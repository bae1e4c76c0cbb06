sala_search("841622-t","\n=w6s?]:&:j&7y+j8_ ណ{",1)
