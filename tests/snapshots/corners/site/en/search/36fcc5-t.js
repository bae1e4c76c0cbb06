sala_search("36fcc5-t","All tables of this site, with their sources and licences. They open in any spreadsheet, and programs can read them.\ncategories\nContacts\nOwn\nMoney\nLaw\nWells\nList")
