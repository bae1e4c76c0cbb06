sala_search("00e83e-t","IyC_&1iB&7y?_{\nIyC_&1iB&7y?_{\n=w6s?]:&=_&*bm{",1)
