sala_search("c61a05-t","\nBegins · 12 December 2026, 08:00\nEnds · 12 December 2026, 11:30\nPlace · Hall of the sangkat\nText.")
