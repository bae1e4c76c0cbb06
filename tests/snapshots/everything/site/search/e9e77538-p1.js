sala_search("p1","9SvX9/+rf/ql1H+u2o7/9Y3/+uX/rn")
