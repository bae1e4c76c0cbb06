sala_search("p0","3Ni3kvFnrksyPdyInqF3hlcoJ/1e/8Rj8ZEKzr863qCPN+bSQ+8vutRVyp61/1fftOF71Cf/eGV3yWwvvNhoa/SyqpKa7dTfuzq7/UF9Q6gqgslOdsvrUNQlD//8kG5/1T////ktdP/qP/za22COn7qzvWauRyV9zvkr6pPVtwr4")
