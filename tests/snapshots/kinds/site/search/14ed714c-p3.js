sala_search("p3","6lf/////JBR/t///1FF///1+1/+SIsEXX319Q")
