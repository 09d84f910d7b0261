"""Two small arrows, one above the other, that step a number; held down they go on."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from playground.ui.theme import theme

_DELAY_MS, _INTERVAL_MS = 350, 70


class Stepper(QWidget):
    """Takes no keyboard focus: the arrow keys of the number beside it do the same."""

    stepped = Signal(int, bool)  # +1 or −1; whether finely (Shift or Alt held)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFixedSize(self.sizeHint())
        self.setMouseTracking(True)
        self._over = self._pressed = 0
        self._fine = False
        self._repeat: QTimer | None = None

    def sizeHint(self) -> QSize:
        return QSize(24, 26)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._pressed = self._side(event.position())
        held = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier
        self._fine = bool(event.modifiers() & held)
        if self._repeat is None:
            self._repeat = QTimer(self)
            self._repeat.timeout.connect(self._again)
        self._repeat.start(_DELAY_MS)
        self.stepped.emit(self._pressed, self._fine)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._over = self._side(event.position())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._stop()

    def leaveEvent(self, event: object) -> None:
        self._over = 0
        self.update()

    def hideEvent(self, event: object) -> None:
        self._stop()

    def _stop(self) -> None:
        self._pressed = 0
        if self._repeat is not None:
            self._repeat.stop()

    def _again(self) -> None:
        assert self._repeat is not None  # it is what asks
        self._repeat.setInterval(_INTERVAL_MS)
        self.stepped.emit(self._pressed, self._fine)

    def _side(self, point: QPointF) -> int:
        return 1 if point.y() < self.height() / 2 else -1

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, x = self.height() / 2, self.width() / 2
        for side, y in ((1, middle - 6), (-1, middle + 6)):
            over = side == self._over and self.isEnabled()
            if over:
                half = QRectF(3, 2 if side > 0 else middle, self.width() - 6, middle - 2)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme().color("accentSoft"))
                painter.drawRoundedRect(half, 3, 3)
            color = theme().color("text" if over else "muted")
            painter.setPen(QPen(color, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            tip = -side * 1.6
            painter.drawPolyline([QPointF(x - 3.4, y - tip), QPointF(x, y + tip), QPointF(x + 3.4, y - tip)])
