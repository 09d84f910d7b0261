"""The two marks for problems, told apart by shape as well as by colour: a disc for errors, a triangle for warnings."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from playground.ui.theme import theme

SIZE = 16


def draw_severity(painter: QPainter, rect: QRectF, severity: str) -> None:
    """The mark of "error", "warning", or "none" (a tick) in ``rect``."""
    color = theme().color({"error": "bad", "warning": "warn"}.get(severity, "good"))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / SIZE, rect.height() / SIZE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    ink = QPen(_ink(), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    if severity == "warning":
        painter.setPen(QPen(color, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.drawPolygon(QPolygonF([QPointF(8, 2.5), QPointF(14.2, 13.2), QPointF(1.8, 13.2)]))
        painter.setPen(ink)
        painter.drawLine(QPointF(8, 6), QPointF(8, 9))
        painter.drawPoint(QPointF(8, 12))
    else:
        painter.drawEllipse(QRectF(1, 1, 14, 14))
        painter.setPen(ink)
        if severity == "error":
            painter.drawLine(QPointF(5.5, 5.5), QPointF(10.5, 10.5))
            painter.drawLine(QPointF(10.5, 5.5), QPointF(5.5, 10.5))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF([QPointF(5, 8.2), QPointF(7.2, 10.5), QPointF(11, 5.8)]))
    painter.restore()


class SeverityIcon(QWidget):
    """The mark as a widget of 16 × 16 pixels."""

    def __init__(self, severity: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._severity = severity
        self.setFixedSize(SIZE, SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_severity(QPainter(self), QRectF(self.rect()), self._severity)


def _ink() -> QColor:
    return theme().color("surface")
