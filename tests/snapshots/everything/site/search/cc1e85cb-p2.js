sala_search("p2","/3L6drV/d6dzk2I9Vw/t/urKf/Wpzczuvu9ZW/7yrW1Hvd43/d7d/6tfuZ9tyb99Rn9Uc/6jv5L0joh6t/9ev/rN+TPo7/1xbtWlCqG+SI2/XXL")
