sala_search("0e1f51-t","Une page qui n'existe qu'en français.\nUne page qui n'existe qu'en français.\nTexte.")
