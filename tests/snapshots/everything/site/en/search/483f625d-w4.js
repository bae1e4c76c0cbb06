sala_search("w4","JG^B=_TlccVLmXiBPkCckvasCqje@sGxnewzeX[")
