"""The network as Python source, live beside the canvas."""

from playground.ui.code.panel import CodePanel

__all__ = ["CodePanel"]
