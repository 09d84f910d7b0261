"""Frames around layers and notes beside them, on the canvas."""
