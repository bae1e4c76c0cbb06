sala_search("7e25a7-t","Bằng lời đơn giản\nBằng lời đơn giản\nTiền của xã là tiền của bạn.")
