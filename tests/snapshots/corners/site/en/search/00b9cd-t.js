sala_search("00b9cd-t","\nFrench readers see the Khmer text, not this one.")
