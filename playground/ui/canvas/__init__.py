"""The canvas on which a network is drawn and edited."""

from playground.ui.canvas.panel import CanvasPanel
from playground.ui.canvas.view import CanvasView

__all__ = ["CanvasPanel", "CanvasView"]
