sala_search("p0","ubFv6hf/+pL/5INz/VP//1H+7+fXL7//6hfUl9U8l8J1fWvqd/91SrqFuuvn3UHamqk6/Uk31DXr91W+tZ9cn/9fuvclUp+65vdkrf4")
