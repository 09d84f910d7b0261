"""Sentences in a room of a fixed height."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


class Reading(QLabel):
    """Wrapped words that ask for no more height than they are given: a panel that scrolls would make room for them."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", "caption")
        self.setWordWrap(True)
        self.setMinimumWidth(1)
        self.setFixedHeight(height)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)

    def hasHeightForWidth(self) -> bool:
        return False
