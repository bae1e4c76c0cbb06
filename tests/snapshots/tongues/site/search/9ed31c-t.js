sala_search("9ed31c-t","\n,];r<y6e? · 7y+j8_៥ (i9y:c -y:]m២០២៦ ?pk+ ១៤ន០០\n8_':yBi+ · F]B]&*bm\nI6y7;8{",1)
