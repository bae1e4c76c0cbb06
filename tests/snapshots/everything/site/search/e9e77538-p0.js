sala_search("p0","ubFv6hf/+pL/5INz/VP//1H+7+fXL7//6hfUl9U8l8J1fWv6nf/dUq6hbrr591B2pqpOv1JN9Q16/dVvrWfdjq//69yVSn7rm92St+")
