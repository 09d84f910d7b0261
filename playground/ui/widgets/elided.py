"""Lines that end in an ellipsis where there is no room for all of them: to read, and to edit."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QStyle, QStyleOptionFrame, QWidget

_MARGIN = 2  # of a line edit, between its contents and its text


class ElidedLabel(QLabel):
    """Cuts a long text with …, and shows all of it as a tool tip."""

    def __init__(self, look: str) -> None:
        super().__init__()
        self.full_text = ""
        self.setProperty("look", look)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str) -> None:
        self.full_text = text
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self.full_text, Qt.TextElideMode.ElideRight, self.width())
        if shown != self.text():
            self.setText(shown)
            self.setToolTip(self.full_text if shown != self.full_text else "")


class YieldingLabel(ElidedLabel):
    """As wide as its text where there is room for that."""

    def __init__(self, look: str) -> None:
        super().__init__(look)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str) -> None:
        super().show_text(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.full_text) + 1, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


class ElidedLine(QLineEdit):
    """A text to edit that ends in … while nobody edits it. ``hint`` is its tool tip, under the whole of a cut text."""

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        self.setToolTip(hint)
        self.textChanged.connect(self._follow)

    @property
    def shown_text(self) -> str:
        """What is seen while the line has no focus."""
        self.ensurePolished()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self._room().width())

    def _room(self) -> QRect:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        return inside.marginsRemoved(self.textMargins()).adjusted(_MARGIN, 0, -_MARGIN, 0)

    def _follow(self) -> None:
        cut = self.shown_text != self.text()
        self.setToolTip(f"{self.text()}\n{self._hint}" if cut else self._hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line edit itself cuts a long text wherever its frame ends."""
        if self.hasFocus() or self.shown_text == self.text():
            super().paintEvent(event)
            return
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self._room(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.shown_text)
        painter.end()
