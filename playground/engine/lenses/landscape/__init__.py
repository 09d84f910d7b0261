"""The loss around the weights, as Li et al. 2018 ("Visualizing the loss landscape of neural nets") draw it."""
