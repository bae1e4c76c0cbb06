sala_search("df21e8-t","\n7y:]'r · 7y:]'r&.]6^\nI6y7;8{",1)
