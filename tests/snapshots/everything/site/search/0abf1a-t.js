sala_search("0abf1a-t","\n'yAb?&A;Fr&@e+\nAc;76 ២០២៦\nB^(^6 :^+ ៅើ៍៍ើ់ជ៍៑៍",1)
