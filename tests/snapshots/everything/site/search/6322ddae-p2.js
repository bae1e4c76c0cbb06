sala_search("p2","/rVrU/3e/c8mxHq3Ljd+6sp/+tRLHVuX193WVv+8q/t1Z+fd43+rf/UL6nbk331Gfqj7/Ud+S946If6zf9ev/5L6z9/ri3VyULUN+SI2/WuW")
