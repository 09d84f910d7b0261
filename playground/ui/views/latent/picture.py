"""What a network makes of a code, or a sample, as a picture of any size: images, bars, series, words."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from playground.core.language import tr
from playground.protocol import LayerSeen
from playground.ui.data.figures import class_color
from playground.ui.evaluate.words import number
from playground.ui.previews import tiles
from playground.ui.previews.figures import Ground, draw, fitted
from playground.ui.previews.viridis import colored
from playground.ui.theme import CAPTION, theme
from playground.ui.views.latent.point import is_point, paint_point, words_of_point
from playground.ui.widgets.basics import label

_CARD, _APART = 84, 14


def paint_seen(painter: QPainter, room: QRectF, seen: LayerSeen) -> None:
    """As large as fits into ``room``, an image in its middle."""
    if is_point(seen):
        paint_point(painter, room, seen)
        return
    if seen.kind == "image":
        high, wide = seen.values.shape[:2]
        across, down = fitted(high, wide, room.width(), room.height())
        room = QRectF(
            round(room.center().x() - across / 2), round(room.center().y() - down / 2), round(across), round(down)
        )
    painter.save()
    painter.translate(room.topLeft())
    scale = painter.deviceTransform().m11()
    draw(Ground(painter, room.width(), room.height(), scale, theme().color("accent")), seen)
    painter.restore()


def paint_small(painter: QPainter, room: QRectF, seen: LayerSeen) -> None:
    """In a cell among others: of classes the likeliest as its colour, paler where it is not sure, and one number as a
    colour, too.
    """
    if seen.kind != "vector" or is_point(seen) or not (seen.names or seen.values.size == 1):
        paint_seen(painter, room if seen.kind == "image" else room.adjusted(2, 2, -2, -2), seen)
        return
    best, text, ink = tiles.likeliest(seen), "", theme().color("text")
    if best is not None:
        color, text = class_color(best), seen.names[best]
        color.setAlphaF(float(np.clip(seen.values[best], 0.15, 0.85)) if seen.high == 1.0 else 0.5)
    elif seen.values.size == 1:
        red, green, blue = (int(part) for part in colored(seen.values[:1], seen.low, seen.high)[0])
        color, text = QColor(red, green, blue), number(float(seen.values[0]))
        ink = theme().ink_on(color)
    else:
        paint_seen(painter, room.adjusted(2, 2, -2, -2), seen)
        return
    painter.fillRect(room.adjusted(0, 0, -1, -1), color)
    painter.setFont(theme().font(CAPTION))
    if painter.fontMetrics().horizontalAdvance(text) <= room.width() - 4:
        painter.setPen(ink)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)


def words_of(seen: LayerSeen) -> str:
    """The likeliest class, the one number, or the place; nothing of what is better seen."""
    if is_point(seen):
        return words_of_point(seen)
    best = tiles.likeliest(seen) if seen.kind == "vector" else None
    if best is not None and seen.names:
        value = float(seen.values[best])
        return (
            f"{seen.names[best]}, {100 * value:.0f} %" if seen.high == 1.0 else f"{seen.names[best]}, {number(value)}"
        )
    return number(float(seen.values[0])) if seen.kind == "vector" and seen.values.size == 1 else ""


class Picture(QWidget):
    """One of them; nothing until there is one."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: LayerSeen | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(40, 40)
        theme().changed.connect(self.update)

    @property
    def seen(self) -> LayerSeen | None:
        """What is shown."""
        return self._seen

    def show_seen(self, seen: LayerSeen | None) -> None:
        if seen is not self._seen:
            self._seen = seen
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(96, 96)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._seen is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_seen(painter, QRectF(self.rect()), self._seen)
        painter.end()


class HoverCard(QFrame):
    """A picture with words under it, beside the pointer, inside the widget that it belongs to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._owner = parent
        self.setProperty("look", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(_CARD + 16, _CARD + 30)
        self.picture, self._words = Picture(tr("Sample under the pointer")), label("", "caption")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 4)
        layout.setSpacing(2)
        layout.addWidget(self.picture, 1)
        layout.addWidget(self._words)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def show_at(self, place: QPoint, seen: LayerSeen, words: str) -> None:
        self.picture.show_seen(seen)
        self._words.setText(self._words.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, _CARD + 4))
        owner = self._owner
        right = place.x() + _APART + self.width() <= owner.width()
        x = place.x() + _APART if right else place.x() - _APART - self.width()
        y = min(max(0, place.y() - self.height() // 2), max(0, owner.height() - self.height()))
        self.move(max(0, x), y)
        self.show()
        self.raise_()
