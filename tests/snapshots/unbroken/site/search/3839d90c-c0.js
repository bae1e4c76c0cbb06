sala_search("c0","../index.html\tទំព័រដើម\t\t\t\n../news/index.html\tព័ត៌មាន\t\t\t\n../news/meeting/index.html\tប្រជុំក្រុមប្រឹក្សាឃុំ\tព័ត៌មាន\tថ្ងៃទី1 ខែតុលា ឆ្នាំ2026\t")
