sala_search("p2","/d78vybEercuN37qy5/+69dvX3dZW/7yr+3gvnN+7xv9W/+oX1SuTfvUZ+qPv9R35L3joh/1mcH+/r1/8v+sm+/9clC1DfrN+uW")
