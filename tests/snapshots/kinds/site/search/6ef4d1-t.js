sala_search("6ef4d1-t","\n7yBj&FhC] · ២០ ០០០៛\nV'F]A&1iB&6yAcC&@'&8l · B^(^6&I]=]Gt=^=]Gtច FgC>l&)yAdF]A\n8m:]'r8m:+ · Fy?g:&F+y']6r ញញញ ញញញ ញញដ\nI6y7;8&Im=_&B^(^6&I]=]Gt=^=]Gt{",1)
