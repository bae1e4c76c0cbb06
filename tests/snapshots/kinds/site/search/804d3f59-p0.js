sala_search("p0","/7tJj//1bVMt3qn////////9Q6t/+")
