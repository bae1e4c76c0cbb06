sala_search("de3d88-t","All tables of this site, with their sources and licences. They open in any spreadsheet, and programs can read them.\ncategories\nBudget of the commune\nBudget law")
