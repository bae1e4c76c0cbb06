sala_search("f48c15-t","\n,];r<y6e? · 7y+j8_២៤ (iC^,y-^'] -y:]m២០២៦\nI6y7;8{",1)
