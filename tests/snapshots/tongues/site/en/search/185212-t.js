sala_search("185212-t","In plain words\nIn plain words\nThe money of the commune is yours.")
