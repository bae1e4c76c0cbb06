sala_search("p0","3Ni2r81vWqD//9QT/q//7wr6h/JENev/1f//1D6jfvnu/7r8rfqH/+SDc/6p///ktdP/Uf+oc7+fbl9//1j+6v3fnVqPyaZjef6k/qPyWqbLsmycqFcm0d9ly9a7nivU59Tvg")
