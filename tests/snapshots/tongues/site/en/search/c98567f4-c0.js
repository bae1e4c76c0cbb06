sala_search("c0","../index.html\tKnow your commune's money\t\t\n../money/index.html\tMoney of the commune\t\t2 November 2026\n../data/index.html\tData to take away\t\t","1852125277e2de3d88")
