sala_search("a278af-t","\n'yAb?&A;Fr&@e+\nAc;&76 ២០២៦\nB^(^6 :^+ ៅើ៍៍ើ់ជ៍៑៍",1)
