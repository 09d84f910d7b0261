"""Drags the whole picture."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from playground.ui.canvas.gestures.gesture import Gesture
from playground.ui.canvas.navigation import Navigator


class PanGesture(Gesture):
    """Middle button, or Space held. What was looked at stays under the pointer."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, navigator: Navigator) -> None:
        self._navigator = navigator
        self._start = self._last = QPointF()

    def start(self, at: QPointF) -> None:
        self._start = self._last = at

    def move(self, at: QPointF) -> None:
        self._navigator.pan(at.x() - self._last.x(), at.y() - self._last.y())
        self._last = at

    def end(self, at: QPointF) -> None:
        self.move(at)

    def cancel(self) -> None:
        self.move(self._start)
