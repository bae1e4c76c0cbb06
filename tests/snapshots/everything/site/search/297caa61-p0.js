sala_search("p0","3Ni3V+a3rVB//+oJ/1f/94V9Q/kiGvX/6v//6h9Rv3z3f91+Vv1D//JBuf9U///yWun/qP/UOd/Pty+//6x/dX7vzq1H5NMxvP9Sf1H5LVNl2TZOVCuTaO+y5etdzxXqc+p3w")
