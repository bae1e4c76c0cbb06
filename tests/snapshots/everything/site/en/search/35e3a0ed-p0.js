sala_search("p0","+6pUu//////qN////1z65//65/VvVr7qOlnf+sRr1vXK39qf9V///JUSf//u63Ws7/rl3Vh09Z9Z/3Mva5uYue97/qN/yY9/4")
