sala_search("p3","{{{{{{{{{{{{{{{X@`UN{qyO")
