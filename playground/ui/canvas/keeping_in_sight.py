"""Room around what the keyboard goes to, so that nothing on the canvas covers it."""

from __future__ import annotations

from PySide6.QtCore import QRectF

ABOVE, BELOW = 64, 56  # pixels: the tabs above, the bubble below


def with_room(rect: QRectF, zoom: float) -> QRectF:
    """``rect`` of the scene with what floats above it and the bubble under it."""
    return rect.adjusted(0, -ABOVE / zoom, 0, BELOW / zoom)
