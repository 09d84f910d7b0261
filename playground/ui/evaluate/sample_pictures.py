"""Images behind a number of the report, each with what it is and what it was taken for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.core.language import tr
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
    """As many columns as fit; it asks for the height of all rows. With what came back each stands over it.

    ``chosen`` tells the index of an image that was clicked, or stepped to by arrow keys and taken with Enter.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Images"), parent=parent)
        self._pixmaps: list[tuple[QPixmap, ...]] = []
        self._captions: Sequence[Caption] = ()
        self.current: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_images(self, images: np.ndarray, back: np.ndarray | None, captions: Sequence[Caption]) -> None:
        """uint8 n×h×w or n×h×w×3, with what came ``back`` of them, and a caption for each."""
        rows = [images] if back is None else [images, back]
        self._pixmaps = [
            tuple(QPixmap.fromImage(to_image(np.ascontiguousarray(pixels))) for pixels in each)
            for each in zip(*rows, strict=True)
        ]  # fmt: skip
        self._captions, self.current = captions, None
        told = "; ".join(caption.tip.splitlines()[0] for caption in captions[:20] if caption.tip)
        self.setAccessibleDescription(tr("{count:,} images: {told}", count=len(self._pixmaps), told=told))
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

    # --- choosing ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.index_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index is not None:
            self._choose(index)
            event.accept()
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        columns = max(1, (self.width() + _GAP) // (_SIDE + _GAP))
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and self._pixmaps:
            index = 0 if self.current is None else self.current + step
            self.current = min(max(index, 0), len(self._pixmaps) - 1)
            self.redraw()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.current is not None:
            self._choose(self.current)
        else:
            super().keyPressEvent(event)

    def _choose(self, index: int) -> None:
        self.current = index
        self.redraw()
        self.chosen.emit(index)

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
            if index == self.current:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme().color("accent"), 2))
                painter.drawRect(cell.adjusted(0, 0, -1, -1))
            painter.setFont(theme().font(CAPTION, bold=caption.wrong))
            painter.setPen(theme().color("bad" if caption.wrong else "muted"))
            below = QRect(cell.left() - _GAP // 2, cell.bottom() + 1, _SIDE + _GAP, _CAPTION)
            text = painter.fontMetrics().elidedText(caption.text, Qt.TextElideMode.ElideRight, below.width())
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, text)
