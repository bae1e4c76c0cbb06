sala_search("09926b-t","\n8m=wA&)y?]:&<y:i'&=w6s?]:&'y;]B&8m=wA{",1)
