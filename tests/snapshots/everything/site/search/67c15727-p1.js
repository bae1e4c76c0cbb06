sala_search("p1","qHUFUFkpztl9ahqEof//kg3P+qf///9e/Uf/za22COn7tZ31mrkclfc75K+5Yi/q34")
