"""Layers of the family linear."""
