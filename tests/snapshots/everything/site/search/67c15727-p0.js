sala_search("p0","3Ni3kvFnrklNsxE9Qu8MrlBP+r3/iMfjIhWdfnW9QR5vzaSH3l91qKuVPWv+r79pwveoT/7wyu+S2F95sNDX6WVVJTXbqb92dXf6gv")
