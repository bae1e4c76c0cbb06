sala_search("c8bac7-t","Mọi bảng của trang mạng này, với nguồn và giấy phép. Mở được bằng mọi bảng tính, và chương trình đọc được.\ncategories\nNgân sách xã\nLuật ngân sách")
