sala_search("c2","ជជឈួឺ៍ឺឈែះួើ៑ជេ៍ំៅ\t8^:y::w@F?yA];r8]0@'\t\t","3a3be1")
