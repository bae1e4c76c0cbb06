sala_search("2c65b2-t","\nFee · 400,000 riel\nWorking days · 3\nPapers to bring · A letter of the hospital\nSource · Budget\nAbout the certificate.")
