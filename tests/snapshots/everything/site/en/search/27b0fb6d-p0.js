sala_search("p0","9z6XOqScT4iSf1y64v//+X1OoS0uf3XXnXVyr//Jil8uXP/9cX7m12XrVcrKq4j92O+/ri+udcVcW7HLq5rly+l+99v+S2I0v1y/+s0n5QdcRnvGbZTutZf1OUN8/f7q3ZVSf//rqPJUSf/+af7ZtMuyu6aq7rddZzg")
