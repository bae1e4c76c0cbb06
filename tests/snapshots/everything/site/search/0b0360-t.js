sala_search("0b0360-t",">c?^&8_?d@ .?yAl ៣២ច៥ ?pi6yA\n>c?^&8_?d@ .?yAl ៣២ច៥ ?pi6yA\nI5y6c+&F]B]Ag: .yAl ៣២ច៥ ?pi6yA{\n។ួើ៉៍េ៖\n>c?^&8_?d@\nFy?g:&*bm · ញញញ ញញញ ញញដ",1)
