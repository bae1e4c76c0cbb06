sala_search("p0","3Ni2SAjLfJKbZiJ6hd4ZXKCf9Xv/EevGLcFF+freoI8qV7AP9FrPzuvcqWv+r78kBeW+KE/+8MrvkpvS/KqYBzVViU1y6m/fPLv9QX1DqCqCyVWo+rNQ1CUP//kg3P+qf///9e9R//5K+53xaN5Iju7WdcvvcsRf1m/4")
