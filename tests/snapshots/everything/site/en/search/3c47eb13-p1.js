sala_search("p1","/yY9/5Zdk2eapR+tX6p5KuB/+u4s723/1iJpJqqr/9Z/dXuVqpf1X/7t7f//vG9Xv7stf/X7Vdu6867rsyjlH//w")
