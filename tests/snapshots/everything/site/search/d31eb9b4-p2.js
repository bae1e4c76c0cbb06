sala_search("p2","9R33Zat5P/1jf/yRizv9ctX//rlg")
