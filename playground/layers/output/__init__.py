"""Layers of the family output."""
