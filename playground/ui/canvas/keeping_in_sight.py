"""Room around what the keyboard goes to, so that nothing on the canvas covers it."""

from __future__ import annotations

from PySide6.QtCore import QRectF

BELOW = 16  # pixels that a bubble of two lines takes more than what is kept free at the lower edge anyway


def with_room(rect: QRectF, zoom: float) -> QRectF:
    """``rect`` of the scene with the bubble under it."""
    return rect.adjusted(0, 0, 0, BELOW / zoom)
