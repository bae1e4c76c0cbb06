sala_search("0a62a7-t","\n,];r<y6e? · 7y+j8_៥ (i'0y0] -y:]m២០២៦ ?pk+ ១៤ន០០\n;0y,;r · 7y+j8_៦ (i'0y0] -y:]m២០២៦\nB8y9<B · ?eB&7C^']\nI6y7;8{",1)
