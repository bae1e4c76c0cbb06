sala_search("dcd758-t","\n,];r<y6e? · 7y+j8_១២ (i6bB] -y:]m២០២៦ ?pk+ ០៨ន០០\nB8y9<B · .dF.bB&<yBcC{ F:y@]&>yBe+\nI6y7;8{",1)
