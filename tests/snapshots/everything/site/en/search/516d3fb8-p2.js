sala_search("p2","/rl6UXdWC7Sx9Ze6z/7q3q5l7J+miOtzFywnyZ69lVdv1Gc2F3UX3yY9/5ZZMmzzVEq2Ei+tX9ejbgN5u1vkq4H/67izvbf/WJWtV/4")
