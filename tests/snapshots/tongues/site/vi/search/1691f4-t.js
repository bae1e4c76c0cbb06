sala_search("1691f4-t","\nBảng tin đứng trước văn phòng xã.")
