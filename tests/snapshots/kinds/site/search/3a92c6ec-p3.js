sala_search("p3","UL/Ur/////5IKP9v//+oov///3RZGkr/8kRYIuvvr6o")
