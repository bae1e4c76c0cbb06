sala_search("p1","LW2uL/smzzVKP1q/VPc2/+u697RNJNV//1aqX6r/7t7f/3jf+7LX/1+1XbuvOu67N//w")
