sala_search("p1","////6na//////w")
