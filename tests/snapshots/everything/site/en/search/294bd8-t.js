sala_search("294bd8-t","The first well is ready.\nThe first well is ready.\nPeople have clean water from the first well.")
