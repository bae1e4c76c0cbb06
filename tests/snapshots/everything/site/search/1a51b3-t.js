sala_search("1a51b3-t","8`'&FyI]6&.]&F^8y9^&A;Fr&;yA.]=BA1y2&)yA;rAc;{\n8`'&FyI]6&.]&F^8y9^&A;Fr&;yA.]=BA1y2&)yA;rAc;{\n*bm&@e+&)yAk+&._'&I5y6c+&,m:d: ១២០ B]:AgB F?yA];r&I5y6c+\nFc?&I]: =w6s?]:{",1)
