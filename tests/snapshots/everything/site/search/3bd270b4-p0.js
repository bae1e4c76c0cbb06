sala_search("p0","3Ni2r81vWqD//9QT/q//7wr6h/LVhnV1/+r//+ofUb9893/dflb9Q//8kG5/1T///5LXT/1H/938+3L7/rN9wr/kpGXu/OrUfyaZjef9Sf1H5LVNl2TZOZZ3JtHfY")
