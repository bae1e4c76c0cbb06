sala_search("e69ea2-t","\n;yA.]=BA1y2&'?y=b.] :^+ 6m5 'yAl{\nF+y(h;\nI6y7;8&'y:b+ ឡឭឦឥ 1e?\n8`' ឡឋឨ ឞះ៍ើ់ ឞះៀៅែ៌េ ᝿ © ផុភ ឃ?^:&8yAh6ឃ\n6]A]+    ១  ២\n;yAI;r&?]: ឡឭឦឥ\n;yA.]=BA1y2",1)
