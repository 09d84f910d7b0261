"""Layers of the family data."""
