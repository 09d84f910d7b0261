"""Layers of the family block."""
