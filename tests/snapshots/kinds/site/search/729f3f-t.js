sala_search("729f3f-t","\n6c; · ១ ២០០\n7yBj\nIyC_ · 'y:b+?d@7y+j\n6c;&9m · ៥ ០០០៛\n6c;&6c,\n?]:&1m;cB · ;]8ឈ,]F\n6dBh( · B^(^6\nC^9]: · ;+r&;yA]'rច @'&;+y']:r1j\nI6y7;8&Im=_&<yF]A{",1)
