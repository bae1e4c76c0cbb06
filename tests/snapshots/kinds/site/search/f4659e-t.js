sala_search("f4659e-t","\n,];r<y6e? · 7y+j8_១២ (i6bB] -y:]m២០២៦ ?pk+ ០៨ន០០\nB8y9<B · .dF.bB&<yBcCច F:y@]&>yBe+\nI6y7;8{",1)
