sala_search("w4","VNdysrTY","AឥរិយាបថAឧទាហរណ៍Aឯកសារ")
