sala_search("ca05ef-t","\nStalls · 1,200\nFees\nFor · A day\nLarge stall · 5,000 riel\nCovered · no\nAbout the market.")
