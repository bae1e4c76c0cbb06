sala_search("p4","/3L6drV/d6dzk2I9Vw/t/urKf/Wpzczuvu9ZW/7yrW1Hvd43/d7d/6tfuZ9tyb99Rg")
