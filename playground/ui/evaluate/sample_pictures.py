"""Images behind a number of the report, each with what it is and what it was taken for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui.plots.image_grid import to_image
from playground.ui.plots.views.painted import Painted
from playground.ui.theme import CAPTION, theme

_SIDE, _GAP, _CAPTION = 56, 8, 16


@dataclass(frozen=True, slots=True)
class Caption:
    """``text`` under an image, ``tip`` under the pointer; ``wrong`` is written in red."""

    text: str
    tip: str
    wrong: bool = False


class SamplePictures(Painted):
    """As many columns as fit; it asks for the height of all rows. With what came back each stands over it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Images", parent=parent)
        self._pixmaps: list[tuple[QPixmap, ...]] = []
        self._captions: Sequence[Caption] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_images(self, images: np.ndarray, back: np.ndarray | None, captions: Sequence[Caption]) -> None:
        """uint8 n×h×w or n×h×w×3, with what came ``back`` of them, and a caption for each."""
        rows = [images] if back is None else [images, back]
        self._pixmaps = [
            tuple(QPixmap.fromImage(to_image(np.ascontiguousarray(pixels))) for pixels in each)
            for each in zip(*rows, strict=True)
        ]  # fmt: skip
        self._captions = captions
        told = "; ".join(caption.tip.splitlines()[0] for caption in captions[:20] if caption.tip)
        self.setAccessibleDescription(f"{len(self._pixmaps):,} images: {told}")
        self._fit()
        self.redraw()

    def cell(self, index: int) -> QRect:
        """Where image ``index`` is, with what came back under it."""
        columns = max(1, (self.width() + _GAP) // (_SIDE + _GAP))
        row, column = divmod(index, columns)
        return QRect(column * (_SIDE + _GAP), row * (self._deep() + _GAP), _SIDE, self._deep() - _CAPTION)

    def index_at(self, place: QPoint) -> int | None:
        return next((n for n in range(len(self._pixmaps)) if self.cell(n).contains(place)), None)

    def tip(self, place: QPointF) -> str:
        index = self.index_at(place.toPoint())
        return "" if index is None else self._captions[index].tip

    def sizeHint(self) -> QSize:
        return QSize(260, self.minimumHeight())

    def _deep(self) -> int:
        layers = len(self._pixmaps[0]) if self._pixmaps else 1
        return layers * _SIDE + (layers - 1) * 2 + _CAPTION

    def _fit(self) -> None:
        self.setMinimumHeight(self.cell(len(self._pixmaps) - 1).bottom() + 1 + _CAPTION if self._pixmaps else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def draw(self, painter: QPainter) -> None:
        for index, layers in enumerate(self._pixmaps):
            cell, caption = self.cell(index), self._captions[index]
            for layer, pixmap in enumerate(layers):
                top = cell.top() + layer * (_SIDE + 2)
                size = pixmap.size().scaled(QSize(_SIDE, _SIDE), Qt.AspectRatioMode.KeepAspectRatio)
                place = QRect(cell.left() + (_SIDE - size.width()) // 2, top, size.width(), size.height())
                # enlarged a lot, pixels are shown as what they are
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, size.width() < 2 * pixmap.width())
                painter.drawPixmap(place, pixmap)
            painter.setFont(theme().font(CAPTION, bold=caption.wrong))
            painter.setPen(theme().color("bad" if caption.wrong else "muted"))
            below = QRect(cell.left() - _GAP // 2, cell.bottom() + 1, _SIDE + _GAP, _CAPTION)
            text = painter.fontMetrics().elidedText(caption.text, Qt.TextElideMode.ElideRight, below.width())
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, text)
