sala_search("9df5f0-t","\n;yAe&F?yA];r · ;yAg;9g;&7C^']\n8]0@' · ៍ៈៈៅ៌ជើ៑ឺំ៉ៅើឈ៌េើើ៍\n6]A]+ · B^(^6\nF?yA];r · Iy:'&Fy?w)yA,^6y6\nA;g;&;yAe · A;g;&I]:&7C^']\nI6y7;8{",1)
