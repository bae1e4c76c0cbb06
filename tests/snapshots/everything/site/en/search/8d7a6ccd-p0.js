sala_search("p0","///9W/rN///1Vazf9Z3Wcs///7l73/12/+q//qvf+q/8")
