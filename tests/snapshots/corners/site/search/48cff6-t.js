sala_search("48cff6-t","\n;]A]m+&*e0&>]F]&(y?iA ?^:&?i:&I+r)yBhF&8h{\nAg:",1)
