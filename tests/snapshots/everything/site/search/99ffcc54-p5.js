sala_search("p5","{{{{{vi{{{{{zjFXyKsqcZ[")
