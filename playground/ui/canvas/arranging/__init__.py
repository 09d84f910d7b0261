"""Arranging on the canvas: the commands, what moves while they act, and the guides that dragged cards snap to."""
