"""Colours for layers in one plot: eight that stay apart, then the same eight dashed."""

from __future__ import annotations

from PySide6.QtGui import QColor

# Searched for on a grid of colours: at least 3:1 against the plot's ground, and as far apart in CIELAB as eight colours
# get under normal sight, protanopia, deuteranopia and tritanopia (Machado et al., 2009). The order keeps the first few
# farthest apart.
LIGHT = ("#3333AA", "#992200", "#0099CC", "#DD6688", "#664477", "#779900", "#AA8855", "#116644")
DARK = ("#1177EE", "#FFBB33", "#DD3399", "#AADDBB", "#667711", "#DDBBEE", "#22CC66", "#996655")


def layer_color(index: int, *, dark: bool) -> QColor:
    """The colour of the layer at ``index`` (from 0) in a plot with one curve per layer."""
    colors = DARK if dark else LIGHT
    return QColor(colors[index % len(colors)])


def layer_dashed(index: int) -> bool:
    """Whether the layer's line is dashed, because all colours are taken once, three times, …"""
    return index // len(LIGHT) % 2 == 1
