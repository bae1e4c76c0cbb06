sala_search("p1","1y9KLurBbnrL3Wf+6t6uZeyfpojq5i573vJnr2VV2/UZzYXdRX8mPf+WUWTZ5qiVbCRetX9ejbgN5u1vkq4H/67r3tK1///39y1NS/Vf/3b29Rv/1JXjPUfq93Za9Tn1mdDy6ruTtvZ3XddmqP/ln6Sz//")
