sala_search("p2","{yWk{{{qR{gi{{{{OBZOYXPPHyypj{{")
