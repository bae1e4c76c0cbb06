sala_search("9320a7-t","\nIt means · What will be received and spent\nText.")
