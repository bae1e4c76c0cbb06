sala_search("028791-t","\nThe letter and the same to take away: letter.v2.txt\nA paper in a folder of the bundle")
