sala_search("p1","LW2uL/smzzVKPrV+qe5t/9d172iaSar//q1Uv1X/3b2//vG/92Wv/r9qu3dedd12b//g")
