sala_search("d658ce-t","\n?d@\nផ7y?_ភ\n'y:b+&;yA@k)  1iA{\n=_A\n្\n=_Aជ?d@\n;_",1)
