sala_search("p2","/d78vybEercuN33Vlz/7r129fd1lb/vKv7V3N+7xv9W/+oX1SuTfvUZ+qL/Ud8vwd+U9//WZwf7+vX/JGLO/65KFvjX//XL")
