"""How one number of a layer comes about: a file for each family of layers, put together in ``explaining``."""
