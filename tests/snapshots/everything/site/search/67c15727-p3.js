sala_search("p3","rpCj/PluXZZJ66tP/ad/3fm3Ws2oTVS1qlH/1Duq3/5bFdDpZ4eTlbep6x5Ka+v/9cnUYlMUnq1f/X7SSSW5e8l7Z+/dFq+")
