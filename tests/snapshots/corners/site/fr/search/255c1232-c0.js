sala_search("c0","../only/french/index.html\tSeulement en français\tឃ ភាសាតែមួយ\t\n../data/index.html\tData to take away\t\t","0e1f51f1af84")
