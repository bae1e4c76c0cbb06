sala_search("87eb09-t","First Village, 32.5 metres deep\nFirst Village, 32.5 metres deep\nSchool well is 32.5 metres deep.")
