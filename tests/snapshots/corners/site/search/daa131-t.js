sala_search("daa131-t","\n8m=wA&@'&)mAc&=_&<y:i'&(]+&Be&=_A&.]:r{",1)
