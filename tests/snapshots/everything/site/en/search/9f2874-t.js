sala_search("9f2874-t","Second Village, 1,041 metres deep\nSecond Village, 1,041 metres deep\n<Old> pagoda well is 1,041 metres deep.")
