sala_search("p1","rnXFXFuxy6ua5cvpfvfb/ktiNL9cv/rNJ+UHXEZ7xm2U7rWX+pyhvn7/dW7KqT//9dR5KiT//zT/bNpl2V3TVXdbrrOc")
