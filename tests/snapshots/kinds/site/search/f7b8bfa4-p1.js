sala_search("p1","///1+/qz1nVT/8kB0tvui0pX7wUu1nfuXXNdZ/qOUb67V//q+4")
