sala_search("554268-t","Fh,'y6_&F+y(h; ?b:&F0y0]{ ?eB{\nFh,'y6_&F+y(h; ?b:&F0y0]{\n?eB{\nFh,'y6_&F+y(h; ?b:&F0y0]{\n?eB{\nI6y7;8&8]m+?cB 'yAk@&F0y0]{\n;yA>={",1)
