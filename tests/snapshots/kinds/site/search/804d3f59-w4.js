sala_search("w4","RNNyttXY","AឥរិយាបថAឧទាហរណ៍Aឯកសារ")
