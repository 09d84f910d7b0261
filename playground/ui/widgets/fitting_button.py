"""Buttons whose texts end in … where there is no room for them; the tooltips then say it all."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QPushButton,
    QSizePolicy,
    QStyleOptionButton,
    QStyleOptionToolButton,
    QToolButton,
    QWidget,
)

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
        return _shortened(self, self._whole)


class FittingChip(QToolButton):
    """One of a row of choices that shrink together where the row has no room for all of their texts."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measured = False
        self._whole = 0
        self.setText(text)
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
        whole = self.sizeHint()
        return QSize(min(_LEAST, whole.width()), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(self.text() if _shortened(self, self._whole) != self.text() else "")

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        super().initStyleOption(option)
        if not self._measured:
            option.text = _shortened(self, self._whole)  # type: ignore[attr-defined]


def _shortened(button: QAbstractButton, whole: int) -> str:
    """Its text as there is room for it; ``whole`` pixels are what all of it needs, with border and padding."""
    lacking = whole - button.width()
    if lacking <= 0:
        return button.text()
    room = max(button.fontMetrics().horizontalAdvance(button.text()) - lacking, 8)
    return button.fontMetrics().elidedText(button.text(), Qt.TextElideMode.ElideRight, room)
