sala_search("p0","3Ni2SAjLfJZ+f0xEnqF3hlcoJ/1e/8+RfW4Ot/i1BHlSvYB/okn6vVVa/6vvyQF5b4oT/7wyu+Sm9L8qpgHNVWfPTfvnl3+oL6h1BVBZKrUfVmoahKH//JBuf9U///+S10/9R9b36hxK+53xaN5Iyy9y+//7hX/dX9XRurrHUfqM4")
