sala_search("p0","+6pUu//////qN////1z65//65/L6X732q18lsRpVmf/1hBr1vXK396n/VU///yVEn//7ut1rM/9cu6sPVY+s+s/9zL2udzFywn/qN")
