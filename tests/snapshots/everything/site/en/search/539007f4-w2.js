sala_search("w2","J52u1uu12uw","AyearsCsCtAឃុំAទឹកAមេឃុំ")
