sala_search("860a92-t","\n:w@ · Bb@&1iB&:`+&88dB :^+&:`+&,]@\nGl&?y@p]+8g6&7] · Bb@']'r\n.]&>]F]&I+r)yBhF · ុ៎ួៀើ៍\nN8]GA5t · 7C^']&'yAb+\nFc?&?eB · Fm;b6yA&'m5e6\nI6y7;8{",1)
