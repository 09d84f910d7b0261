"""The kernels of a convolution as small pictures, in rows."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from playground.core.language import tr
from playground.ui.widgets.basics import label, set_text
from playground.ui.widgets.numbers import grouped
from playground.ui.widgets.parse import format_number

if TYPE_CHECKING:
    from playground.protocol import KernelsSeen

_ROW = 8  # pictures in a row, as long as each has room enough
_SIDE, _GAP = 30.0, 3.0  # largest picture, and between two, in pixels


class KernelPictures(QWidget):
    """Hidden while nothing is known. The newest picture stays until there is another of the same layer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = _Grid()
        self.caption = label("", "caption", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(tr("Kernels"), "section"))
        column.addWidget(self.grid)
        column.addWidget(self.caption)
        self.hide()

    def show_kernels(self, seen: KernelsSeen | None) -> None:
        """On one scale from the least number (violet) to the greatest (yellow)."""
        self.setVisible(seen is not None)
        if seen is None:
            self.grid.show_images([])
            return
        from playground.ui.plots.image_grid import to_image  # numpy: not for the first picture of the window
        from playground.ui.previews.viridis import colored

        self.grid.show_images([to_image(colored(each, seen.low, seen.high)) for each in seen.values])
        told = [f"{_short(seen.low)} … {_short(seen.high)}"]
        if seen.channels > 1:
            told.append(tr("mean over {count} input channels", count=grouped(seen.channels)))
        if seen.count > len(seen.values):
            told.append(tr("the first {shown} of {count}", shown=len(seen.values), count=grouped(seen.count)))
        set_text(self.caption, " · ".join(told))
        self.grid.setAccessibleName(tr("{count} kernels: {words}", count=len(seen.values), words=", ".join(told)))


def _short(number: float) -> str:
    return format_number(float(f"{number:.2g}")).replace("-", "−")


class _Grid(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._images: list[QImage] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def count(self) -> int:
        return len(self._images)

    def show_images(self, images: list[QImage]) -> None:
        resized = len(images) != len(self._images) or not self.height()
        self._images = images
        if resized:
            self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(1, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def _columns(self) -> int:
        return max(_ROW, int((self.width() + _GAP) // (_SIDE + _GAP)))

    def _side(self) -> float:
        return min(_SIDE, (self.width() + _GAP) / self._columns() - _GAP)

    def _fit(self) -> None:
        rows = ceil(len(self._images) / self._columns())
        self.setFixedHeight(max(round(rows * (self._side() + _GAP) - _GAP), 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
        columns, side = self._columns(), self._side()
        for index, image in enumerate(self._images):
            row, column = divmod(index, columns)
            # no kernel is pulled out of shape: a row of five numbers stays a row
            size = image.size().scaled(QSize(1000, 1000), Qt.AspectRatioMode.KeepAspectRatio)
            width, height = side * size.width() / 1000, side * size.height() / 1000
            x, y = column * (side + _GAP), row * (side + _GAP)
            painter.drawImage(QRectF(x + (side - width) / 2, y + (side - height) / 2, width, height), image)
