"""The picture that a network gets of a drawing, pixel by pixel, with what it was centred by."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.core.language import tr
from playground.ui.plots.image_grid import to_image
from playground.ui.plots.views.painted import Painted
from playground.ui.predict.centring import Placing
from playground.ui.theme import theme

_LEAST, _WANTED = 64, 168
_CROSS = 4.0  # pixels from its middle to its ends


class GivenPicture(Painted):
    """As large as fits, with sharp pixels. Where drawings are centred by their mass, a frame shows the field into which
    they are scaled, and a cross their centre of mass.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("What the network gets"), parent=parent)
        self._pixels: np.ndarray | None = None
        self._pixmap = QPixmap()
        self._placing: Placing | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(_LEAST)

    def take(self, placing: Placing, height: int, width: int) -> None:
        """From now on pictures of height×width come, placed like this."""
        self._placing, self._size = placing, QSize(width, height)
        self.show_pixels(None)

    _size = QSize(28, 28)

    def show_pixels(self, pixels: np.ndarray | None) -> None:
        """uint8 h×w or h×w×3; None for nothing."""
        self._pixels = pixels
        found = None if pixels is None else to_image(np.ascontiguousarray(pixels))
        self._pixmap = QPixmap() if found is None else QPixmap.fromImage(found)
        self.redraw()

    @property
    def pixmap(self) -> QPixmap:
        """As many pixels as the network gets."""
        return self._pixmap

    @property
    def centre(self) -> tuple[float, float] | None:
        """Centre of mass across and down, in pixels of the picture; None of an empty one and of one in colour."""
        pixels = self._pixels
        if pixels is None or pixels.ndim != 2 or not pixels.any():
            return None
        total = float(pixels.sum())
        rows, columns = (np.arange(side) for side in pixels.shape)
        return float(pixels.sum(0) @ columns) / total, float(pixels.sum(1) @ rows) / total

    def sizeHint(self) -> QSize:
        return QSize(_WANTED, _WANTED)

    def area(self) -> QRectF:
        """Where the picture is."""
        size = self._size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(0, 0, size.width(), size.height())

    def tip(self, place: QPointF) -> str:
        """A pixel's value, where there is one."""
        area, pixels = self.area(), self._pixels
        if pixels is None or not area.contains(place):
            return tr(self._placing.words) if self._placing is not None else ""
        height, width = pixels.shape[:2]
        row = min(int((place.y() - area.top()) / area.height() * height), height - 1)
        column = min(int((place.x() - area.left()) / area.width() * width), width - 1)
        value = ", ".join(map(str, np.atleast_1d(pixels[row, column]).tolist()))
        return tr("row {row}, column {column}: {value} of 255", row=row, column=column, value=value)

    def draw(self, painter: QPainter) -> None:
        area = self.area()
        painter.fillRect(area, Qt.GlobalColor.black)
        if not self._pixmap.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            painter.drawPixmap(area, self._pixmap, QRectF(self._pixmap.rect()))
        if self._placing is not None and self._placing.field:
            self._paint_centring(painter, area, self._placing.field)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(theme().color("line"))
        painter.drawRect(area.adjusted(0, 0, -1, -1))

    def _paint_centring(self, painter: QPainter, area: QRectF, field: int) -> None:
        """The field in the middle, and the centre of mass that was brought there."""
        unit = area.width() / self._size.width()
        edge = (self._size.width() - field) / 2 * unit
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(theme().color("accent"), 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawRect(area.adjusted(edge, edge, -edge, -edge))
        centre = self.centre
        if centre is not None:
            at = QPointF(area.left() + (centre[0] + 0.5) * unit, area.top() + (centre[1] + 0.5) * unit)
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.drawLine(at - QPointF(_CROSS, 0), at + QPointF(_CROSS, 0))
            painter.drawLine(at - QPointF(0, _CROSS), at + QPointF(0, _CROSS))
