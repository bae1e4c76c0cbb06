sala_search("w4","JG^B=_TlcAwLmViBPcCckvakCqje@kGxnewzeV[")
