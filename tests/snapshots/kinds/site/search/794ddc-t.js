sala_search("794ddc-t","\nIyC_&1iB&88dB;]: · Iy:'&I]:&7C^']&;]:\nA@o=hB ខ:]8_គ · ២០\nIyC_&1iB&6yAcC']A · 6]A]+&7C^']\n.mG]: · A'&,m5cBច A'&,m5]@\nI6y7;8{",1)
