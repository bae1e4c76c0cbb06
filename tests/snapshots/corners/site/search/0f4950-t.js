sala_search("0f4950-t","Fh,'y6_&F+y(h;&1iB&/A&?b:{\nFh,'y6_&F+y(h;&1iB&/A&?b:{\nFh,'y6_&F+y(h;&1iB&/A&?b:{\nI6y7;8&1iB&?^:&?i:&.]&Fh,'y6_&F+y(h;{\n'yAl 1k@&)y?]:&FbC6y7^>]={",1)
