sala_search("9b9a40-t","\n8m=wA&1e?&A;Fr&.yAb+&8]m+IFr{",1)
