sala_search("p1","//r9+rPWZVP/1ffX1/94KXazvuXXNdZ/qOUb67V//q+/qjSg")
