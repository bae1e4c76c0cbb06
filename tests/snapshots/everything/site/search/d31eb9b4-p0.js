sala_search("p0","3Ni2r81vWqD//9QT/q//7wr6h/JENev/1f//1D6jfvnu/7r8rfqH/+SDc/6p///Ja6f+o/9Q538+3L7//rH91fu/OrUfk0zG8/6k/qPyWqbLsmycqFcm0d9ly9a7nivU59Tvg")
