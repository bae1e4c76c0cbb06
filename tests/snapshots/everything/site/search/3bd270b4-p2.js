sala_search("p2","+rf/9UvqO/Xb/Ud+7LVvJ/+sb//kvNNv+uX/Wb65Y")
