sala_search("9a7dba-t","\nFmHh+&F]'By;+ ខ;+y'e6&1k@&'?y?C^9_គ\nFmHh+&?d@ A@o=hB&=_A&C^:]8_{\n)y?]:&:A5]&:^@]@&8h{\nFmHh+&?d@ A@o=hB&=_A&C^:]8_{\n)y?]:&:A5]&:^@]@&8h{",1)
