sala_search("p3","qY{{{{R@fG{{{fz{{{qnZ{{{OZyZk[")
