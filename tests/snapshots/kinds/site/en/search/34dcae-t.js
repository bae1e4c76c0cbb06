sala_search("34dcae-t","\nStalls · 1,200\nFees\nLarge stall · 5,000 riel\nCovered · no\nAbout the market.")
