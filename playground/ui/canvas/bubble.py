"""A few words at the pointer: why a link is refused, what it would give."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTextOption
from PySide6.QtWidgets import QWidget

from playground.core.language import tr
from playground.ui.theme import CAPTION, theme

WIDEST = 300.0
LINGER_MS = 3500


class Bubble(QWidget):
    """Lies over the canvas; the mouse goes through it. ``tone`` is good, warn or bad."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._canvas = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("Message at the pointer"))
        self.text, self._tone = "", "good"
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(LINGER_MS)
        self._end.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str, tone: str, at: QPoint, *, linger: bool = False) -> None:
        """Show ``text`` beside ``at`` (in the parent), inside the parent; with ``linger`` it goes by itself."""
        if (text, tone) != (self.text, self._tone):
            self.text, self._tone = text, tone
            self.setAccessibleDescription(text)
            self.resize(self._wanted().toSize())
            self.update()
        parent = self._canvas
        x = min(at.x() + 16, parent.width() - self.width() - 8)
        y = at.y() + 20 if at.y() + 20 + self.height() < parent.height() - 8 else at.y() - self.height() - 12
        self.move(max(8, x), max(8, y))
        self.show()
        self.raise_()
        self._end.start() if linger else self._end.stop()

    def _wanted(self) -> QSizeF:
        self.setFont(theme().font(CAPTION + 1))
        flags = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
        box = self.fontMetrics().boundingRect(0, 0, int(WIDEST), 400, flags, self.text)
        return QSizeF(box.width() + 27, box.height() + 15)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = theme()
        painter.setPen(QPen(colors.color(self._tone), 1.2))
        painter.setBrush(colors.color("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(colors.color("text"))
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        painter.drawText(QRectF(self.rect()).adjusted(12, 7, -12, -6), self.text, option)
        painter.end()


def near(point: QPointF) -> QPoint:
    return QPoint(round(point.x()), round(point.y()))
