sala_search("41413a-t","\nI5y6c+&:l&>c?^&8_?d@\n8`'&FyI]6{",1)
