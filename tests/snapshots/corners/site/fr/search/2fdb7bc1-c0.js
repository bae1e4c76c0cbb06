sala_search("c0","../only/french/index.html\tSeulement en français\tឃ ភាសាតែមួយ\t\tUne page qui n'existe qu'en français.")
