sala_search("p3","9Z/3V7r+5ampf1X/+7e36jf/9SV4z3e39RXV73Za+tfrM6Hl1Xcnbezuu67M6vLlH+q7")
