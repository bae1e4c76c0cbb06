sala_search("c867c2-t","\n?hAg: · ?hAg:&7C^']\nA@o=hB ខ:]8_គ · ១៥\nFm5dA · ,m5cB&;pb:y?]:ម ,m5]@&;pb:y?]:ម\n,?yBe@ · ១០ B]:AgBច ៩ B]:AgB\nI6y7;8{",1)
