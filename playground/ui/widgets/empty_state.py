"""What stands where there is nothing yet: a sign, a sentence that says what to do, and a button that does it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.ui.drawn_icons import paint_icon
from playground.ui.theme import theme
from playground.ui.widgets.basics import button, label, set_text

_SIGN, _GROUND = 24, 48  # pixels of the sign, and of the disc behind it
_WIDEST = 420  # of the sentence: longer lines are hard to read
_LOW, _LEAST = 150, 60  # below the first height the sign gives way to the words; it is never lower than the second


class EmptyState(QWidget):
    """``acted`` when the button is pressed; without ``action`` there is none. ``sign`` names an icon of a command."""

    acted = Signal()

    def __init__(self, sign: str, text: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sign = _Sign(sign)
        self.words = label(text, "muted", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = button(action)
        self.button.setVisible(bool(action))
        self.button.clicked.connect(self.acted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(12)
        middle = Qt.AlignmentFlag.AlignHCenter
        layout.addStretch(1)
        layout.addWidget(self.sign, 0, middle)
        layout.addWidget(self.words, 0, middle)
        layout.addWidget(self.button, 0, middle)
        layout.addStretch(1)

    def text(self) -> str:
        return self.words.text()

    def setText(self, text: str) -> None:
        """Other words; the button stays."""
        set_text(self.words, text)
        self._fit()

    def show_words(self, text: str, action: str = "") -> None:
        set_text(self.words, text)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self._fit()

    def hasHeightForWidth(self) -> bool:
        """It takes the room that there is: nothing shall be scrolled for it."""
        return False

    def sizeHint(self) -> QSize:
        return QSize(200, _LOW)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, _LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A label in the middle gets one line only, unless it says itself how many it needs."""
        self.sign.setVisible(self.height() >= _LOW)
        self.words.setFixedWidth(min(_WIDEST, max(1, self.width() - 24)))
        self.words.setMinimumHeight(max(0, self.words.heightForWidth(self.words.width())))


class _Sign(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(QSize(_GROUND, _GROUND))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme().color("edge") if theme().contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("accentSoft"))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        edge = (_GROUND - _SIGN) / 2
        paint_icon(painter, QRectF(edge, edge, _SIGN, _SIGN), "command", self._name, theme().color("accentText"))
