sala_search("c2","../data/index.html\tទិន្នន័យសម្រាប់ទាញយក\t\t","3a3be1")
