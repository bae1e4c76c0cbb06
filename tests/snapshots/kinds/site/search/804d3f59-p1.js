sala_search("p1","//r9/VnrMqn/7wNt90WlK/eCl2s77l1zXWf6jlG+u1f/6vv7oVg5")
