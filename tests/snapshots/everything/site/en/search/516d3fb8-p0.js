sala_search("p0","+59LnVJOJ8RJP65dcX///L6nUJaXP7rrzrq5V//kxS+XLn/+uL9za7L1quVlVcR+7Hff1xe")
