sala_search("p0","+59LnVJOJ8RJP65dcX///L6nUJaXP7rrzrq5V//kxS+XLn/+uL9za7L1quVlVcR+7Hff1xfXOuKuLdjl1c1y5fS/e+3/JbEaX65f/WaT8oOuIz3jNsp3Wsv9TlDfP3+6t2VUn//66jyVEn//mn+2bTLsrumqu63XWc4")
