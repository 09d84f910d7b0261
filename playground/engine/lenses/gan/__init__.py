"""The game between a generator and a discriminator, looked into: samples and scores, pushes, classes."""
