"""A text that breaks wherever it must."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget


class BrokenText(QTextEdit):
    """A text that can be copied; it breaks wherever it must: a path has no spaces."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "bare")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        for hide in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            hide(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.setPlainText(text)

    def height_for(self, width: int) -> int:
        """Of all of the text in ``width`` pixels."""
        self.ensurePolished()
        self.document().setTextWidth(width)
        return ceil(self.document().size().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # it shows all: there is nothing to scroll
