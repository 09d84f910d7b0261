"""Images that a network made, each under what it comes from where there is such a thing."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from playground.core.language import tr
from playground.protocol import Pictures
from playground.ui.plots.image_grid import to_image
from playground.ui.plots.views.painted import Painted
from playground.ui.plots.views.picture_sheet import LABELS, Content, Sheet
from playground.ui.theme import CAPTION, theme


class PicturesView(Painted):
    """Whole pixels, enlarged as they are. In a compact place only whole images are shown, as many as fit."""

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(tr("Images"), compact=compact, parent=parent)
        self._view: Pictures | None = None
        self._content = Content(0, 1, 1)
        self._rows: list[tuple[str, list[QImage]]] = []  # a name and the images of each row of a block
        self._room = (0, 0)

    def show_view(self, view: Pictures) -> None:
        """Replace all images."""
        self._view = view
        layers = [(tr("Given"), view.given), (tr("Original"), view.originals), (tr("Result"), view.images)]
        shown = [(name, images) for name, images in layers if images is not None and len(images)]
        self._rows = [(name, [to_image(np.ascontiguousarray(pixels)) for pixels in images]) for name, images in shown]
        count = min((len(images) for _, images in shown), default=0)
        height, width = view.images.shape[1:3] if len(view.images) else (1, 1)
        self._content = Content(count, width, height, view.columns, max(len(shown), 1), captions=bool(view.captions))
        self.setAccessibleName(view.title)
        self.setAccessibleDescription(
            tr("{count:,} images in {rows} rows", count=count, rows=len(shown)) if len(shown) > 1
            else tr("{count:,} images", count=count)
        )  # fmt: skip
        self._fit()
        self.redraw()

    @property
    def summary(self) -> str:
        return "" if self._view is None or self._content.columns else tr("{count:,} images", count=self._content.count)

    @property
    def sheet(self) -> Sheet:
        """Where the images are."""
        width, height = self._room if not self._compact and self._room[1] else (self.width(), self.height())
        return self._content.sheet(width, height, compact=self._compact)

    def set_room(self, width: int, height: int) -> None:
        """The part of it that is seen at once, in pixels: what does not fit there is scrolled."""
        if (width, height) != self._room:
            self._room = (width, height)
            self._fit()
            self.redraw()

    def cell_at(self, place: QPointF) -> tuple[int, int] | None:
        """Which image is under a point, and in which row of its block."""
        sheet = self.sheet
        for index in range(self._content.count):
            for row in range(len(self._rows)):
                if sheet.cell(index, row).contains(place):
                    return index, row
        return None

    def tip(self, place: QPointF) -> str:
        found = self.cell_at(place)
        if found is None or self._view is None:
            return ""
        index, row = found
        caption = self._view.captions[index] if index < len(self._view.captions) else ""
        if caption:
            return caption
        values = {"number": index + 1, "count": self._content.count}
        if len(self._rows) > 1:
            return tr("{kind}, image {number} of {count}", kind=self._rows[row][0], **values)
        return tr("image {number} of {count}", **values)

    def sizeHint(self) -> QSize:
        return QSize(420, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self._compact:
            self.setMinimumHeight(int(self.sheet.total_height) + 1 if self._content.count else 0)

    def draw(self, painter: QPainter) -> None:
        sheet = self.sheet
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, sheet.scale < 1)
        painter.setFont(theme().font(CAPTION))
        painter.setPen(theme().color("muted"))
        room = QRectF(self.rect())
        for index in range(self._content.count):
            whole = sheet.cell(index).united(sheet.cell(index, len(self._rows) - 1)).adjusted(1, 1, -1, -1)
            if self._compact and not room.contains(whole):
                continue
            for row, (name, images) in enumerate(self._rows):
                cell = sheet.cell(index, row)
                painter.drawImage(cell, images[index])
                if sheet.labels and index % sheet.columns == 0:
                    where = QRectF(0, cell.top(), LABELS - 8, cell.height())
                    painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, name)
            self._paint_caption(painter, sheet, index)

    def _paint_caption(self, painter: QPainter, sheet: Sheet, index: int) -> None:
        captions = self._view.captions if self._view is not None else ()
        if not sheet.caption or index >= len(captions):
            return
        cell = sheet.cell(index, len(self._rows) - 1)
        below = QRectF(cell.left(), cell.bottom() + 1, cell.width(), sheet.caption)
        text = painter.fontMetrics().elidedText(captions[index], Qt.TextElideMode.ElideRight, int(below.width()))
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, text)
