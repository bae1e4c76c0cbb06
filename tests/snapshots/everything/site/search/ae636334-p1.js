sala_search("p1","9W/9Uvq16jv/1jf/rl/+uc")
