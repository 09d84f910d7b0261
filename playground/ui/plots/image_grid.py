"""Test images with what the network says; wrong ones framed. Small beside the curves, large with captions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QImage, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from playground.core.language import tr
from playground.ui.theme import CAPTION, theme

if TYPE_CHECKING:
    import numpy as np

    from playground.protocol import Predictions

_SMALL, _LARGE, _GAP, _CAPTION = 24, 60, 6, 18
_LARGEST_SMALL, _COLUMNS = 44, 8


class ImageGrid(QWidget):
    """Without captions it shows as many whole rows and columns as fit; with them it asks for the height of all."""

    def __init__(self, *, captions: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._captions = captions
        self._predictions: Predictions | None = None
        self._pixmaps: list[QPixmap] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setAccessibleName(tr("Test images"))
        theme().changed.connect(self.update)

    @property
    def wrong(self) -> list[int]:
        """Indices of the images that the network takes for something else."""
        shown = self._predictions
        return [] if shown is None else [i for i in range(len(shown.truth)) if shown.truth[i] != shown.predicted[i]]

    def show_predictions(self, predictions: Predictions | None) -> None:
        """Replace all images; None empties the grid."""
        if predictions is self._predictions:
            return
        old, self._predictions = self._predictions, predictions
        if predictions is None:
            self._pixmaps = []
        elif old is None or old.images is not predictions.images:
            self._pixmaps = [QPixmap.fromImage(to_image(pixels)) for pixels in predictions.images]
        if predictions is not None:
            self.setAccessibleDescription(
                tr("{count} of {total} wrong", count=len(self.wrong), total=len(predictions.truth))
            )
        self._fit_height()
        self.update()

    def caption(self, index: int) -> str:
        """The class, or truth → prediction for a wrong one."""
        shown = self._predictions
        assert shown is not None
        truth, predicted = (shown.classes[int(k[index])] for k in (shown.truth, shown.predicted))
        return truth if truth == predicted else f"{truth} → {predicted}"

    def tip(self, index: int) -> str:
        """What the pointer is told about an image."""
        shown = self._predictions
        assert shown is not None
        truth, predicted = (shown.classes[int(k[index])] for k in (shown.truth, shown.predicted))
        value = float(shown.confidence[index])
        sure = (
            tr("{percent:.1f} % sure", percent=100 * value) if shown.probabilities
            else tr("score {value:.3g}", value=value)
        )  # fmt: skip
        if truth == predicted:
            return tr("{truth}, recognized ({sure})", truth=truth, sure=sure)
        return tr(
            "{truth} → {said}: is {truth}, taken for {said} ({sure})", truth=truth, said=predicted, sure=sure
        )  # fmt: skip

    def cells(self) -> list[QRect]:
        """Where the visible images are, in order."""
        count = len(self._pixmaps)
        side, columns = self._layout()
        step_x, step_y = side + _GAP, side + _GAP + (_CAPTION if self._captions else 0)
        rows = count if self._captions else max((self.height() + _GAP) // step_y, 0)
        return [
            QRect(i % columns * step_x, i // columns * step_y, side, side)
            for i in range(min(count, rows * columns))
        ]  # fmt: skip

    def index_at(self, place: QPoint) -> int | None:
        """The image under a point."""
        return next((index for index, cell in enumerate(self.cells()) if cell.contains(place)), None)

    def sizeHint(self) -> QSize:
        return QSize(_COLUMNS * (_SMALL + _GAP) - _GAP, 5 * (_SMALL + _GAP) - _GAP)

    def _layout(self) -> tuple[int, int]:
        """Side of a cell and number of columns: small cells grow when all images fit at a larger size."""
        if self._captions:
            return _LARGE, max(1, (self.width() + _GAP) // (_LARGE + _GAP))
        count = max(len(self._pixmaps), 1)
        for side in range(_LARGEST_SMALL, _SMALL - 1, -1):
            columns, rows = (self.width() + _GAP) // (side + _GAP), (self.height() + _GAP) // (side + _GAP)
            if columns * rows >= count:
                return side, min(columns, max(_COLUMNS, -(-count // max(rows, 1))))
        return _SMALL, max(1, (self.width() + _GAP) // (_SMALL + _GAP))

    def _fit_height(self) -> None:
        if self._captions:
            side, columns = self._layout()
            rows = -(-len(self._pixmaps) // columns)
            self.setMinimumHeight(rows * (side + _GAP + _CAPTION))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.index_at(event.pos())
            if index is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self.tip(index), self, self.cells()[index])
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        wrong = set(self.wrong)
        for index, cell in enumerate(self.cells()):
            if not cell.adjusted(0, 0, 0, _CAPTION).intersects(event.rect()):
                continue
            pixmap = self._pixmaps[index]
            # Enlarged a lot, pixels are shown as what they are; a little, they would look torn.
            smooth = cell.width() < 2 * pixmap.width()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
            painter.drawPixmap(cell, pixmap)
            if index in wrong:
                painter.setPen(QPen(theme().color("bad"), 2, j=Qt.PenJoinStyle.MiterJoin))
                inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
                painter.drawRect(QRectF(cell).adjusted(-1, -1, 1, 1).intersected(inside))
            if self._captions:
                self._paint_caption(painter, index, cell, wrong=index in wrong)
        painter.end()

    def _paint_caption(self, painter: QPainter, index: int, cell: QRect, *, wrong: bool) -> None:
        painter.setPen(theme().color("bad" if wrong else "muted"))
        painter.setFont(theme().font(CAPTION, bold=wrong))
        below = QRect(cell.left() - _GAP // 2, cell.bottom() + 2, cell.width() + _GAP, _CAPTION)
        text, metrics = self.caption(index), painter.fontMetrics()
        if wrong and metrics.horizontalAdvance(text) > below.width():  # what it was taken for says more
            text = text[text.index("→") :]
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, text)


def to_image(pixels: np.ndarray) -> QImage:
    """An image of its own from uint8 h×w (grey) or h×w×3 (RGB). Raises ``ValueError`` for other shapes."""
    if pixels.ndim == 2:
        kind = QImage.Format.Format_Grayscale8
    elif pixels.ndim == 3 and pixels.shape[2] == 3:
        kind = QImage.Format.Format_RGB888
    else:
        raise ValueError(f"an image is h×w or h×w×3, not {'×'.join(map(str, pixels.shape))}")
    height, width = pixels.shape[:2]
    data = pixels.tobytes()
    return QImage(data, width, height, len(data) // height, kind).copy()
