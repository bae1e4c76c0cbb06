sala_search("w0","VKlrWtUtY","AenAfrancaisAnexisteApageAquenCiAseulementAtexteAune")
