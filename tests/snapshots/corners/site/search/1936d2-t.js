sala_search("1936d2-t","\n<y:i'&?^:&@'&)mAc&:j&8m=wA&8h{",1)
