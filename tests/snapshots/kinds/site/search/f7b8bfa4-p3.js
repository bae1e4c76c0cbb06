sala_search("p3","UL/Ur/////yQUf7f//9RRf///uiyNJX/5IiwRdffX1Q")
