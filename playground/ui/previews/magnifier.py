"""A card over the canvas that shows one preview large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QSizeF, Slot
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from playground.core.language import tr
from playground.ui.canvas.floating_card import EDGE, SHADOW, FloatingCard
from playground.ui.canvas.look import draw_text, elided, look, width
from playground.ui.theme import theme

if TYPE_CHECKING:
    from playground.protocol import LayerSeen

_HEAD, _FOOT, _NARROWEST, _WIDEST = 30, 22, 180, 320
_AWAY = 12  # from the card that it enlarges


class Magnifier(FloatingCard):
    """``node`` is the one that it shows, None while it is hidden."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, tr("Enlarged preview"))
        self.node: str | None = None
        self._seen: LayerSeen | None = None
        self._title = self._shape = self._told = ""
        self._color = QColor()
        self._picture: QImage | None = None
        self._shrunk = 1.0
        theme().changed.connect(self._redraw)

    @property
    def shows(self) -> bool:
        return self._seen is not None

    def show_layer(
        self, node: str, title: str, shape: str, seen: LayerSeen, color: QColor, beside: QRect, *, free_below: int = 0
    ) -> None:
        """Enlarge what ``node`` gives, near the place ``beside`` of its card in the parent, over whose lower edge
        something else lies for ``free_below`` pixels.
        """
        from playground.ui.previews.large import size_of, told  # numpy is not what a start is for

        self.node, self._seen, self._title, self._shape, self._color = node, seen, title, shape, color
        self._told, self._picture = told(seen), None
        self.setAccessibleDescription(f"{title}: {shape}. {self._told}")
        body = size_of(seen)
        room = self.canvas.rect().adjusted(4, 4, -4, -4 - free_below)
        self._shrunk = self._scale(body, room.height())
        body *= self._shrunk
        texts = max(width("caption", self._told), width("name", title) + width("shape", shape) + 16)
        wide = round(max(body.width(), min(texts, _WIDEST - 2 * EDGE), _NARROWEST - 2 * EDGE))
        size = QSize(wide + 2 * (EDGE + SHADOW), round(body.height()) + _HEAD + _FOOT + EDGE + 2 * SHADOW)
        if size != self.size():
            self.resize(size)
        self._place(beside, room)
        self.rise()

    def dismiss(self) -> bool:
        """False when nothing was enlarged."""
        shown, self.node, self._seen, self._picture = self.node is not None, None, None, None
        self.hide()
        return shown

    def _place(self, beside: QRect, room: QRect) -> None:
        """Under the card, or over it, or at its side; where there is no room for that, where it hides least of it."""
        middle = beside.center().x() - self.width() // 2
        side = beside.center().y() - self.height() // 2
        places = (
            QPoint(middle, beside.bottom() + _AWAY), QPoint(middle, beside.top() - _AWAY - self.height()),
            QPoint(beside.right() + _AWAY, side), QPoint(beside.left() - _AWAY - self.width(), side),
        )  # fmt: skip
        kept = [QRect(self._inside(place, room), self.size()) for place in places]
        self.move(min(kept, key=lambda place: _area(place.intersected(beside))).topLeft())

    def _inside(self, place: QPoint, room: QRect) -> QPoint:
        x = max(room.left(), min(place.x(), room.right() - self.width()))
        y = max(room.top(), min(place.y(), room.bottom() - self.height()))
        return QPoint(x, y)

    def _scale(self, body: QSizeF, high: int) -> float:
        """At most 1, so that a small canvas has room for all of it."""
        return min(1.0, max(0.4, (high - _HEAD - _FOOT - EDGE - 2 * SHADOW) / body.height()))

    @Slot()
    def _redraw(self) -> None:
        self._picture = None
        self.update()

    def draw(self, painter: QPainter, card: QRectF) -> None:
        if self._seen is None:
            return
        self._write(painter, card)
        if self._picture is None:
            from playground.ui.previews.large import rendered_large

            ratio = self.devicePixelRatioF()
            self._picture = rendered_large(self._seen, ratio * self._shrunk, self._color)
            self._picture.setDevicePixelRatio(ratio)
        painter.drawImage(card.topLeft() + QPoint(EDGE, _HEAD), self._picture)

    def _write(self, painter: QPainter, card: QRectF) -> None:
        at, left, room = look(), card.left() + EDGE, card.width() - 2 * EDGE
        painter.setPen(at.muted)
        shape = elided("shape", self._shape, room / 2 + 40)
        draw_text(painter, "shape", left + room - width("shape", shape), card.top() + 21, shape)
        draw_text(painter, "caption", left, card.bottom() - 12, elided("caption", self._told, room))
        painter.setPen(at.text)
        title = elided("name", self._title, room - width("shape", shape) - 12)
        draw_text(painter, "name", left, card.top() + 21, title)


def _area(place: QRect) -> int:
    return place.width() * place.height() if place.isValid() else 0
