sala_search("w4","J52u1uu12uw","AyearsCsCtAឃុំAទឹកAមេឃុំ")
