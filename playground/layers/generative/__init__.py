"""Layers of the family generative."""
