sala_search("d4a264-t",">c?^&8_&=_A .?yAl ១ ០៤១ ?pi6yA\n>c?^&8_&=_A .?yAl ១ ០៤១ ?pi6yA\nI5y6c+&C6y6 ឃ,]Frឃ .yAl ១ ០៤១ ?pi6yA{\n។ួើ៉៍េ៖\n>c?^&8_&=_A\nFy?g:&*bm · ញញញ ញញញ ញញដ",1)
