sala_search("ecccaa-t",";:y8]6r&1m;c+ ;:y8]6r&8_&=_A :j&Fh,'y6_&F+y(h;\n;:y8]6r&1m;c+ ;:y8]6r&8_&=_A :j&Fh,'y6_&F+y(h;\n;:y8]6r&1m;c+ ;:y8]6r&8_&=_A :j&Fh,'y6_&F+y(h;\nI6y7;8{",1)
