sala_search("53651d-t","\n8?y+:r&1c,&)y:] ,m5+&.e+&'yAk@{",1)
