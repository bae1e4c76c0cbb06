sala_search("4fafa9-t","\n/y?kn&<y:i'&:hn&,];r<y6e?&1c,&<y:i'&<yFh+&8g6{",1)
