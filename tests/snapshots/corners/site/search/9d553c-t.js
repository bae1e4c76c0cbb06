sala_search("9d553c-t","\n8?y+:r&1c,&)y:] ,m5+&.e+&?b:{",1)
