"""The way from one sample to another through the codes, frame by frame."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QIntValidator, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from playground.core.language import tr
from playground.protocol import FromData, LatentPath, LatentPathSeen
from playground.protocol.data import Part
from playground.ui.plots.views.painted import Painted
from playground.ui.theme import theme
from playground.ui.views.choices import choice
from playground.ui.views.latent.picture import Picture, paint_small
from playground.ui.widgets.basics import label
from playground.ui.widgets.elided import ElidedLabel
from playground.ui.widgets.wrapping_row import WrappingRow

COUNT = 11
_FRAME_MS = 120
_GAP = 3.0


class Strip(Painted):
    """All frames side by side; ``chosen`` tells the number of one that was clicked."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Frames between two samples"), parent=parent)
        self.seen: LatentPathSeen | None = None
        self.current = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(38)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_seen(self, seen: LatentPathSeen | None) -> None:
        self.seen = seen
        self.redraw()

    def go_to(self, index: int) -> None:
        self.current = index
        self.redraw()

    def cell(self, index: int) -> QRectF:
        """Where a frame is."""
        count = len(self.seen.codes) if self.seen is not None else COUNT
        wide = min(float(self.height()), (self.width() + _GAP) / count - _GAP)
        return QRectF(round(index * (wide + _GAP)), 0, round(wide), self.height())

    def draw(self, painter: QPainter) -> None:
        if self.seen is None:
            return
        for index, result in enumerate(self.seen.results):
            room = self.cell(index)
            paint_small(painter, room.adjusted(0, 2, 0, -4), result)
            if index == self.current:
                painter.setPen(QPen(theme().color("accent"), 2))
                painter.drawLine(room.bottomLeft() - _UP, room.bottomRight() - _UP)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        count = len(self.seen.results) if self.seen is not None else 0
        index = next((n for n in range(count) if self.cell(n).contains(event.position())), -1)
        if index >= 0:
            self.chosen.emit(index)


_UP = QRectF(0, 0, 0, 1).bottomLeft()


class NumberBox(QLineEdit):
    """The number of a sample; ``changed`` when another was typed or set."""

    changed = Signal()

    def __init__(self, value: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(str(value), parent)
        self._value = value
        self.setValidator(QIntValidator(0, 9_999_999, self))
        self.setFixedWidth(64)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.editingFinished.connect(lambda: self.set_value(int(self.text() or 0)))

    @property
    def value(self) -> int:
        return self._value

    def set_value(self, value: int) -> None:
        self.setText(str(value))
        if value != self._value:
            self._value = value
            self.changed.emit()


class BetweenPanel(QWidget):
    """``changed``: another way is wanted. ``code_chosen`` tells the code of the frame that is shown."""

    changed = Signal()
    code_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seen: LatentPathSeen | None = None
        self._part: Part = "test"
        self._next = 0  # which of the two a click on the map sets
        self.one, self.other = NumberBox(0, tr("First sample")), NumberBox(1, tr("Second sample"))
        self.form = choice(((tr("Linear"), "linear"), (tr("Spherical"), "spherical")), tr("How codes are mixed"))
        self.form.setMinimumWidth(104)
        self.play = QToolButton()
        self.play.setText(tr("Play"))
        self.play.setCheckable(True)
        self.play.setProperty("look", "quiet")
        self.first, self.last = Picture(tr("First sample")), Picture(tr("Second sample"))
        self.frame = Picture(tr("Between"))
        self._captions = [label("", "caption") for _ in range(3)]
        self.strip, self._words = Strip(), ElidedLabel("caption")
        self._lay_out()
        self._timer = QTimer(self, interval=_FRAME_MS)
        self._timer.timeout.connect(self._on_tick)
        self._forward = 1
        for box in (self.one, self.other):
            box.changed.connect(self.changed)
        self.form.currentIndexChanged.connect(self.changed)
        self.play.toggled.connect(self._on_play)
        self.strip.chosen.connect(self._on_chosen)

    def _lay_out(self) -> None:
        row = WrappingRow()
        for widget in (
            label(tr("From"), "caption"),
            self.one,
            label(tr("to"), "caption"),
            self.other,
            self.form,
            self.play,
        ):
            row.addWidget(widget)
        pictures = QHBoxLayout()
        pictures.setSpacing(12)
        for picture, caption, share in zip((self.first, self.frame, self.last), self._captions, (2, 3, 2), strict=True):
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(picture, 1)
            caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            caption.setMinimumWidth(1)
            column.addWidget(caption)
            pictures.addLayout(column, share)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(row)
        layout.addLayout(pictures, 1)
        layout.addWidget(self.strip)
        layout.addWidget(self._words)

    def lens(self, network: str, layer: str) -> LatentPath:
        """The way that is wanted."""
        form: Literal["linear", "spherical"] = "spherical" if self.form.currentData() == "spherical" else "linear"
        one, other = (FromData(self._part, box.value) for box in (self.one, self.other))
        return LatentPath(network, layer, one, other, form, COUNT)

    def set_part(self, part: Part) -> None:
        """Which samples the numbers count."""
        self._part = part

    def take(self, number: int) -> None:
        """A sample that was clicked: in turn the first and the second."""
        box = (self.one, self.other)[self._next]
        self._next = 1 - self._next
        self._words.show_text("" if self._next == 0 else tr("Now click the point to go to."))
        box.set_value(number)

    def show_seen(self, seen: LatentPathSeen) -> None:
        self.seen = seen
        self.first.show_seen(seen.ends[0])
        self.last.show_seen(seen.ends[1])
        for caption, words in zip((self._captions[0], self._captions[2]), seen.labels, strict=True):
            caption.setText(words)
        self.strip.show_seen(seen)
        if self._next == 0:
            self._words.show_text(tr("Click two points of the map to go from one to the other."))
        self._show(min(self.strip.current, len(seen.results) - 1))

    def say(self, message: str) -> None:
        self.seen = None
        self.strip.show_seen(None)
        for picture in (self.first, self.frame, self.last):
            picture.show_seen(None)
        self._words.show_text(message)

    def _show(self, index: int) -> None:
        if self.seen is None:
            return
        self.strip.go_to(index)
        self.frame.show_seen(self.seen.results[index])
        self._captions[1].setText(tr("{index:.0f} % of the way", index=100 * index / (len(self.seen.codes) - 1)))

    def _on_chosen(self, index: int) -> None:
        self.play.setChecked(False)
        self._show(index)
        if self.seen is not None:
            self.code_chosen.emit(self.seen.codes[index])

    def _on_play(self, on: bool) -> None:
        self.play.setText(tr("Stop") if on else tr("Play"))
        if on:
            self._timer.start()
        else:
            self._timer.stop()

    def _on_tick(self) -> None:
        """There and back again."""
        if self.seen is None:
            return
        last, now = len(self.seen.results) - 1, self.strip.current
        if not 0 <= now + self._forward <= last:
            self._forward = -self._forward
        self._show(min(max(0, now + self._forward), last))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.play.setChecked(False)
