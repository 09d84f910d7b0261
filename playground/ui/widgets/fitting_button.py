"""A button whose text ends in … where there is no room for it; the tooltip then says it all."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyleOptionButton, QWidget

_LEAST = 64


class FittingButton(QPushButton):
    """As wide as its text, or as the panel allows."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._measured = False
        self._whole = 0  # pixels that the whole text needs, with border and padding
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """For the whole text, also while less of it is shown."""
        self._measured = True
        hint = super().sizeHint()
        self._measured = False
        self._whole = hint.width()
        return hint

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(self.text() if self._shortened() != self.text() else "")

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        if not self._measured:
            option.text = self._shortened()  # type: ignore[attr-defined]

    def _shortened(self) -> str:
        lacking = self._whole - self.width()
        if lacking <= 0:
            return self.text()
        room = max(self.fontMetrics().horizontalAdvance(self.text()) - lacking, 8)
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
