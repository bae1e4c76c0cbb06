sala_search("p0","9z6XOqSc5teeuXXF///yVSwtLn911511cq//yYpfLlz//XF+5tdl61XKyquI/djvv64vrnXFXFuxy6ua5d1L9/3UdeuX/rNdGXKp7xm2U7rWX1OUNRvXJVn/+uo8lRJ//5p/tm0y7K7pqrut11nv4")
