sala_search("p0","/dUqXf/////1G////659c//9c/q3q191HSzv/WI163rlb+1P+q///kqJP//3dbrWd/1y7qw6es+s/7mXtc3MXPe9/qN/yY9/4")
