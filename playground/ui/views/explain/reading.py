"""Sentences in a room of a fixed height."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel


class Reading(QLabel):
    """Wrapped words that ask for no more height than they are given: a panel that scrolls would make room for them.

    Where they find no room they end in …; ``full_text`` is all of them.
    """

    def __init__(self, height: int) -> None:
        super().__init__()
        self.full_text = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", "caption")
        self.setWordWrap(True)
        self.setMinimumWidth(1)
        self.setFixedHeight(height)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)

    def hasHeightForWidth(self) -> bool:
        return False

    def setText(self, text: str) -> None:
        self.full_text = text
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as much as there is room for."""
        text = self.full_text
        if not self._has_room(text):
            most = bisect_left(range(len(text)), 1, key=lambda end: not self._has_room(f"{text[:end]}…"))
            text = f"{text[: max(0, most - 1)].rstrip()}…"
        if text != self.text():
            super().setText(text)

    def _has_room(self, text: str) -> bool:
        room = QRect(0, 0, max(1, self.width()), 1 << 15)
        return self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, text).height() <= self.height()
