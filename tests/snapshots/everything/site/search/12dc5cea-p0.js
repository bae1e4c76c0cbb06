sala_search("p0","//////JBuf///Uf6l3L7//6hfUl/d7a+tep3/3VKuoW66+e6g7U1UnX6km+of91W+td92O2//yVSn7rm92St/qVX//w")
