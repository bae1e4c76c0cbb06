sala_search("p1","9W/9Uvq16pf/WN/+uX/4")
