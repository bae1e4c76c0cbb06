sala_search("p1","9cvkslqWf/qV9f3/6t//VLqP+u2o73ZatZ/WN//1y/+uc")
