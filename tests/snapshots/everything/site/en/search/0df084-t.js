sala_search("0df084-t","\nA test tone (synthetic)\nA tone of two seconds.\nNobody speaks.\nA tone of two seconds.\nNobody speaks.")
