sala_search("p0","{{{{{{{{{{{{{{{{x")
