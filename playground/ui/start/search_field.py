"""Where one types to find an example."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from playground.core.language import tr

_WIDTH, _HEIGHT = 250, 32


class SearchField(QLineEdit):
    """``entered`` for Enter on a text, ``left_downwards`` for the arrow; Esc clears."""

    entered = Signal()
    left_downwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("Search examples"))
        self.setAccessibleName(tr("Search examples"))
        self.setClearButtonEnabled(True)
        self.setFixedWidth(_WIDTH)
        self.setMinimumHeight(_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key == Qt.Key.Key_Down:
            self.left_downwards.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.text().strip():
            self.entered.emit()
        else:
            super().keyPressEvent(event)
