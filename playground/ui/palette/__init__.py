"""The palette: every kind of layer, by family."""

from playground.ui.palette.panel import PalettePanel

__all__ = ["PalettePanel"]
