"""What all painted views share: drawn once for new data, size or theme, and values told under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Slot
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from playground.ui.theme import theme


class Painted(QWidget):
    """``compact`` stands beside the curves: it shows what fits. Otherwise it asks for the height that it needs."""

    def __init__(self, name: str, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compact = compact
        self._drawn: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        theme().changed.connect(self.redraw)

    @property
    def summary(self) -> str:
        """What the header says of it; empty where there is nothing to count."""
        return ""

    def tip(self, place: QPointF) -> str:
        """What the pointer is told at ``place``."""
        return ""

    def draw(self, painter: QPainter) -> None:
        """Paint all of it: each kind of view does. Antialiasing is on."""

    @Slot()
    def redraw(self) -> None:
        """Something else is to be seen."""
        self._drawn = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        # An export paints with more pixels than the screen has: then nothing that was kept is sharp enough.
        ratio = painter.deviceTransform().m11()
        if ratio != self.devicePixelRatioF():
            self._draw_on(painter)
        else:
            if self._drawn is None:
                self._drawn = self._render(ratio)
            painter.drawPixmap(0, 0, self._drawn)
        painter.end()

    def _render(self, ratio: float) -> QPixmap:
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self._draw_on(painter)
        painter.end()
        return pixmap

    def _draw_on(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._drawn = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """At once: who moves over a map reads it."""
        super().mouseMoveEvent(event)
        self._tell(event.position(), event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tell(QPointF(event.pos()), event)
            return True
        return super().event(event)

    def _tell(self, place: QPointF, event: QMouseEvent | QHelpEvent) -> None:
        text = self.tip(place)
        if text:
            where = event.globalPos() if isinstance(event, QHelpEvent) else event.globalPosition().toPoint()
            QToolTip.showText(where, text, self)
        else:
            QToolTip.hideText()
