sala_search("p5","{{{{zgZ{{{{{R@jzdVvokl")
