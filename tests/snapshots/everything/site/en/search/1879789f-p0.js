sala_search("p0","////7ofv1m////6qtZv+6sa9Z/1j//3L3v//Xb/+q//rOq9/9clV/4")
