"""The loss around the weights, as a surface that one turns and as a map, with the way that training took."""
