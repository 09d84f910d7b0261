"""Images of a data set: each with its class; above them the first few as training varies them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.core.language import tr
from playground.protocol import SamplePictures
from playground.ui.plots.image_grid import to_image
from playground.ui.theme import CAPTION, theme

_SIDE, _GAP, _CAPTION, _HEADING, _BEFORE = 56, 6, 18, 22, 18


class PicturesView(QWidget):
    """As many columns as fit; it asks for the height of all rows, so it stands in a scroll area."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmaps: list[QPixmap] = []
        self._varied: list[list[QPixmap]] = []
        self._captions: tuple[str, ...] = ()
        self._shown: SamplePictures | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(tr("Images of the data set"))
        theme().changed.connect(self.update)

    def show_samples(self, samples: SamplePictures) -> None:
        """Replace all images."""
        if samples is self._shown:
            return
        self._shown = samples
        self._pixmaps = [QPixmap.fromImage(to_image(pixels)) for pixels in samples.images]
        self._captions = samples.captions
        varied = [] if samples.varied is None else list(samples.varied)
        self._varied = [[QPixmap.fromImage(to_image(pixels)) for pixels in each] for each in varied]
        self.setAccessibleDescription(tr("{count} images", count=len(self._pixmaps)))
        self._fit()
        self.update()

    @property
    def varied(self) -> int:
        """How many images are shown as training varies them."""
        return len(self._varied)

    def sizeHint(self) -> QSize:
        return QSize(400, self.minimumHeight())

    def _columns(self) -> int:
        return max(1, (self.width() + _GAP) // (_SIDE + _GAP))

    def _top(self) -> int:
        """Where the plain images begin."""
        return 2 * _HEADING + len(self._varied) * (_SIDE + _GAP) + 8 if self._varied else 0

    def _fit(self) -> None:
        rows = -(-len(self._pixmaps) // self._columns())
        self.setMinimumHeight(self._top() + rows * (_SIDE + _GAP + _CAPTION))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme().font(CAPTION))
        painter.setPen(theme().color("muted"))
        if self._varied:
            self._paint_varied(painter)
        columns, top = self._columns(), self._top()
        for index, pixmap in enumerate(self._pixmaps):
            x, y = index % columns * (_SIDE + _GAP), top + index // columns * (_SIDE + _GAP + _CAPTION)
            cell = QRect(x, y, _SIDE, _SIDE)
            if not cell.adjusted(0, 0, 0, _CAPTION).intersects(event.rect()):
                continue
            _paint(painter, cell, pixmap)
            text = painter.fontMetrics().elidedText(self._captions[index], Qt.TextElideMode.ElideRight, _SIDE + _GAP)
            below = QRect(x - _GAP // 2, y + _SIDE + 1, _SIDE + _GAP, _CAPTION)
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, text)
        painter.end()

    def _paint_varied(self, painter: QPainter) -> None:
        """One row for each image: as it is, then as training draws it."""
        painter.drawText(QRect(0, 0, _SIDE + _BEFORE, _HEADING), Qt.AlignmentFlag.AlignVCenter, tr("As it is"))
        left = _SIDE + _BEFORE
        painter.drawText(QRect(left, 0, 400, _HEADING), Qt.AlignmentFlag.AlignVCenter, tr("As training varies it"))
        for row, variants in enumerate(self._varied):
            y = _HEADING + row * (_SIDE + _GAP)
            _paint(painter, QRect(0, y, _SIDE, _SIDE), self._pixmaps[row])
            for column, pixmap in enumerate(variants):
                _paint(painter, QRect(left + column * (_SIDE + _GAP), y, _SIDE, _SIDE), pixmap)
        y = self._top() - _HEADING
        heading = QRect(0, y, self.width(), _HEADING)
        painter.drawText(heading, Qt.AlignmentFlag.AlignVCenter, tr("Samples as they are"))


def _paint(painter: QPainter, cell: QRect, pixmap: QPixmap) -> None:
    """Whole in the cell, in its own proportions; pixels enlarged a lot are shown as what they are."""
    size = pixmap.size().scaled(cell.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(cell.left() + (cell.width() - size.width()) // 2, cell.top() + (cell.height() - size.height()) // 2,
                  size.width(), size.height())  # fmt: skip
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, size.width() < 2 * pixmap.width())
    painter.drawPixmap(place, pixmap)
