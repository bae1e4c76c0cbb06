sala_search("p3","qY{{{{R@fJ{{{fz{{{qnZ{{{OZyZk[")
