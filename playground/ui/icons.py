"""The few signs of the window, painted from shapes so that they follow the theme and stay sharp at any scale."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from playground.ui.drawn_icons import command_icon, family_icon, paint_family_icon, paint_icon
from playground.ui.theme import theme, tokens

__all__ = [
    "SIZE", "command_icon", "family_icon", "on_accent", "paint_family_icon", "paint_icon", "sign", "window_icon",
]  # fmt: skip

SIZE = 16


def sign(name: str, color: QColor) -> QIcon:
    """One of play, pause, close, previous, next, random, error, warning, info in ``color``.

    Raises ``KeyError`` for others.
    """
    icon = QIcon()
    for scale in (1, 2, 3):
        pixmap = QPixmap(SIZE * scale, SIZE * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _PAINTERS[name](painter, color)
        painter.end()
        icon.addPixmap(pixmap)
    return icon


def window_icon() -> QIcon:
    """Three linked layers in the accent colour."""
    pixmap = QPixmap(64, 64)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens()["themes"]["light"]["accent"]))
    painter.drawRoundedRect(QRectF(2, 2, 60, 60), 14, 14)
    painter.setPen(QPen(QColor("white"), 4))
    for x, y in ((32, 20), (32, 44)):
        painter.drawLine(QPointF(16, 32), QPointF(x, y))
        painter.drawLine(QPointF(x, y), QPointF(48, 32))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("white"))
    for x, y in ((16, 32), (32, 20), (32, 44), (48, 32)):
        painter.drawEllipse(QPointF(x, y), 6, 6)
    painter.end()
    return QIcon(pixmap)


def on_accent() -> QColor:
    """What is readable on the accent colour."""
    return theme().color("onAccent")


def _pen(color: QColor) -> QPen:
    return QPen(color, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _play(painter: QPainter, color: QColor) -> None:
    path = QPainterPath(QPointF(4.5, 2.5))
    path.lineTo(13.5, 8)
    path.lineTo(4.5, 13.5)
    path.closeSubpath()
    painter.fillPath(path, color)


def _pause(painter: QPainter, color: QColor) -> None:
    painter.fillRect(QRectF(4, 3, 3, 10), color)
    painter.fillRect(QRectF(9.5, 3, 3, 10), color)


def _close(painter: QPainter, color: QColor) -> None:
    painter.setPen(_pen(color))
    painter.drawLine(QPointF(4.5, 4.5), QPointF(11.5, 11.5))
    painter.drawLine(QPointF(11.5, 4.5), QPointF(4.5, 11.5))


def _previous(painter: QPainter, color: QColor) -> None:
    painter.setPen(_pen(color))
    painter.drawPolyline([QPointF(9.5, 4), QPointF(5.5, 8), QPointF(9.5, 12)])


def _next(painter: QPainter, color: QColor) -> None:
    painter.setPen(_pen(color))
    painter.drawPolyline([QPointF(6.5, 4), QPointF(10.5, 8), QPointF(6.5, 12)])


def _random(painter: QPainter, color: QColor) -> None:
    """A die."""
    painter.setPen(_pen(color))
    painter.drawRoundedRect(QRectF(2.75, 2.75, 10.5, 10.5), 2.5, 2.5)
    painter.setPen(QPen(color, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPoints([QPointF(5.8, 5.8), QPointF(8, 8), QPointF(10.2, 10.2)])


def _round(painter: QPainter, color: QColor) -> None:
    painter.setPen(_pen(color))
    painter.drawEllipse(QPointF(8, 8), 6.25, 6.25)


def _bar(painter: QPainter, color: QColor, top: float, bottom: float, dot: float) -> None:
    painter.setPen(_pen(color))
    painter.drawLine(QPointF(8, top), QPointF(8, bottom))
    painter.drawPoint(QPointF(8, dot))


def _error(painter: QPainter, color: QColor) -> None:
    _round(painter, color)
    _bar(painter, color, 4.75, 8.5, 11.25)


def _info(painter: QPainter, color: QColor) -> None:
    _round(painter, color)
    _bar(painter, color, 7.5, 11.25, 4.75)


def _warning(painter: QPainter, color: QColor) -> None:
    path = QPainterPath(QPointF(8, 2))
    path.lineTo(14.5, 13.5)
    path.lineTo(1.5, 13.5)
    path.closeSubpath()
    painter.setPen(_pen(color))
    painter.drawPath(path)
    _bar(painter, color, 6.5, 9.25, 11.4)


def _done(painter: QPainter, color: QColor) -> None:
    _round(painter, color)
    painter.drawPolyline([QPointF(5.2, 8.2), QPointF(7.2, 10.3), QPointF(10.9, 5.9)])


_PAINTERS = {
    "play": _play, "pause": _pause, "close": _close, "previous": _previous, "next": _next, "random": _random,
    "error": _error, "warning": _warning, "info": _info, "done": _done,
}  # fmt: skip
