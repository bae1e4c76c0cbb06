sala_search("p1","+tdzxXqc+p3/uqVGrJNz6q3dy9RxZka5yL9118Xp/Z8t3nqFVbrVXuoO6mSqRKqH12ySz727rL0vtVLlUNe391W/+WxXQ/9VmnGW+vZKab+/1y/1nrV//X7SSlbl7yVSn7rVvQnf3e/t7qxVY33Vlz/1Lq//X9eC+Zfq3")
