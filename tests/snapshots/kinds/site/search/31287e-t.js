sala_search("31287e-t","\n'yAk@&?hAg:&:hn Iy:'&Ag:&I], · ;yA];r&7]&7C^']&.]&IyC_\nF?yA];r · 'yAb?&@bC.:\nA@o=hB ខ:]8_គ · ៤៥\nF?y>]Ao · 'yA1]F\nF:yB`'&'^,y,']A · F:yB`'&'^,y,']A&7C^']\nI6y7;8{",1)
