"""Layers of the family convolution."""
