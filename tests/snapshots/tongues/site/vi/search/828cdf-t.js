sala_search("828cdf-t","\nBắt đầu · 14:00, ngày 5 tháng 12 năm 2026\nNơi · Văn phòng xã\nAi cũng được hỏi.")
