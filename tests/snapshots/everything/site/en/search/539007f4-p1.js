sala_search("p1","/rl6UXdWC7Sx9Ze6z/7q3q5l7J+miOtzFywnyZ69lVdv1Gc2F3UX3yY9/5ZZMmzzVEq2Ei+tX9ejbgN5u1vkq4H/67izvbf/WJWtV//rP+6vdf3LU1L+q//3b2/Ub//qSvGe72/qK6ve7LX1r9ZnQ8uq7k7b2d13XZnV5co/1XY")
