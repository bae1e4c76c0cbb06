sala_search("e55548-t","It weighs two.\nIt weighs two.\nBefore it the first.")
