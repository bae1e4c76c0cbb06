sala_search("w4","D?MRqiwUWH@N^DVQq?ZGjEwoOp`IpzEniH[")
