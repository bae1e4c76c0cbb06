sala_search("8de023-t","\nA front page in another language has a leaflet too.")
