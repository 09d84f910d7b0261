"""Colours for layers in one plot: eight that stay apart, then the same eight dashed."""

from __future__ import annotations

from PySide6.QtGui import QColor

from playground.ui.theme import tokens

# Searched for on a grid of colours: at least 3:1 against the plot's ground, and as far apart in CIELAB as eight colours
# get under normal sight, protanopia, deuteranopia and tritanopia (Machado et al., 2009). The order keeps the first few
# farthest apart.
LIGHT, DARK = (tuple(tokens()["series"]["layers"][shade]) for shade in ("light", "dark"))


def layer_color(index: int, *, dark: bool) -> QColor:
    """The colour of the layer at ``index`` (from 0) in a plot with one curve per layer."""
    colors = DARK if dark else LIGHT
    return QColor(colors[index % len(colors)])


def layer_dashed(index: int) -> bool:
    """Whether the layer's line is dashed, because all colours are taken once, three times, …"""
    return index // len(LIGHT) % 2 == 1
