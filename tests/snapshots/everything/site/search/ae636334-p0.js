sala_search("p0","ubFv/////kg3P9U///Uf6l7l9//9QvqS/yXwnV9a+p3/3VKuoW66+e6g7U1UnX6km+oa9fuq31rPux23//kqlP3XN7slb/qVX+v7/")
