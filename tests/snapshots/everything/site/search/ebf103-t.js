sala_search("ebf103-t","<y:i'&'yAk?&<y:i'{\n<y:i'&'yAk?&<y:i'{",1)
