sala_search("fbd9a4-t","\n1k@ · 'yAb?&']A+]A\n8_':yBi+ · >y:m=h0\n;yA>= · ះើ័៌ជើ៑ឺំ៉ៅើ\nIm=_ · <yBcC&7y?_\nI6y7;8{",1)
