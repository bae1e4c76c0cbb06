sala_search("p0","+6pUu//////qN////1z65//65/VvVr7qOlnf/WI163rlb+1P+q///kqJP//3dbrWd/1y7qw6es+s/7mXtc3MXPe9/1G/5Me/8")
