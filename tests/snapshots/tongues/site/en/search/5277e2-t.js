sala_search("5277e2-t","\nBudget of the commune\nItem · 2026 approved\nTotal · 1,500,000\nRoads · 1,000,000\nSchools · 500,000\nBudget law")
