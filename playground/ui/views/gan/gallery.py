"""Fakes and real images side by side, with the discriminator's score under each; the push on the one that is chosen."""

from __future__ import annotations

from typing import Literal

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.core.language import mark, tr
from playground.protocol import FakePushSeen, GameSeen
from playground.ui.plots.image_grid import to_image
from playground.ui.plots.ticks import value_text
from playground.ui.plots.views.painted import Painted
from playground.ui.theme import CAPTION, theme
from playground.ui.views.gan.palette import fake_color, real_color

Sorting = Literal["noise", "convincing", "worst"]
SORTINGS: tuple[tuple[Sorting, str], ...] = (
    ("noise", mark("In the order of noise")),
    ("convincing", mark("Most convincing first")),
    ("worst", mark("Least convincing first")),
)
_HEAD, _GAP, _BAR, _NUMBER = 18.0, 5.0, 3.0, 10.0
_PUSH_WIDTH, _OPAQUE = 124, 0.85
_NUMBERED = 26.0  # wide enough for its score as a number
_LARGEST, _COMFORTABLE, _SMALLEST = 72, 34, 20


class Gallery(Painted):
    """As many as fit, the first ones of the chosen order. A click chooses a fake, a second one lets it go."""

    chosen = Signal(object)  # the number of a fake, or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Fakes and real images with their scores"), parent=parent)
        self._seen: GameSeen | None = None
        self._sorting: Sorting = "noise"
        self._choice: int | None = None
        self._tiles: list[tuple[QRectF, str, int]] = []
        self.setMinimumSize(120, 90)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def choice(self) -> int | None:
        return self._choice

    def show_seen(self, seen: GameSeen) -> None:
        self._seen = seen
        self.redraw()

    def sort(self, sorting: Sorting) -> None:
        self._sorting = sorting
        self.redraw()

    def choose(self, number: int | None) -> None:
        if number != self._choice:
            self._choice = number
            self.redraw()
            self.chosen.emit(number)

    def order(self, scores: np.ndarray) -> np.ndarray:
        """Numbers of images in the order in which they are shown."""
        if self._sorting == "noise":
            return np.arange(len(scores))
        return np.argsort(-scores if self._sorting == "convincing" else scores, kind="stable")

    def tile_at(self, place: QPointF) -> tuple[str, int] | None:
        """ "real" or "fake" and its number."""
        return next(((kind, number) for room, kind, number in self._tiles if room.contains(place)), None)

    def sizeHint(self) -> QSize:
        return QSize(320, 220)

    def tip(self, place: QPointF) -> str:
        found, seen = self.tile_at(place), self._seen
        if found is None or seen is None:
            return ""
        kind, number = found
        score = float((seen.fake_scores if kind == "fake" else seen.real_scores)[number])
        text = score_text(seen, score)
        if kind == "real":
            return tr("real {number}: {score}", number=number, score=text)
        return tr("fake {number}: {score}\nClick: where it is to be changed", number=number, score=text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self.tile_at(event.position())
        if found is not None and found[0] == "fake":
            self.choose(None if found[1] == self._choice else found[1])

    def draw(self, painter: QPainter) -> None:
        seen, self._tiles = self._seen, []
        if seen is None:
            return
        half = (self.width() - 12) / 2
        sides = (
            ("fake", tr("Fakes"), seen.fakes, seen.fake_scores, fake_color(), 0.0),
            ("real", tr("Real"), seen.real, seen.real_scores, real_color(), half + 12),
        )  # fmt: skip
        for kind, title, images, scores, color, left in sides:
            painter.setFont(theme().font(CAPTION, bold=True))
            painter.setPen(color)
            mean = score_text(seen, float(scores.mean())) if len(scores) else ""
            text = tr("{title}  ·  mean {score}", title=title, score=mean) if mean else title
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(half))
            painter.drawText(QRectF(left, 0, half, _HEAD), Qt.AlignmentFlag.AlignVCenter, shown)
            room = QRectF(left, _HEAD, half, self.height() - _HEAD)
            self._paint_side(painter, room, kind, images, scores)

    def _paint_side(self, painter: QPainter, room: QRectF, kind: str, images: np.ndarray, scores: np.ndarray) -> None:
        assert self._seen is not None
        if not len(images):
            return
        high, wide = images.shape[1:3]
        columns, across, down = arranged(len(images), wide / high, room.width(), room.height())
        low, top = span(self._seen)
        caption = _caption(across)
        rows = int((room.height() + _GAP) // (down + caption + _GAP))
        for place, number in enumerate(self.order(scores)[: columns * max(rows, 1)].tolist()):
            x = room.left() + place % columns * (across + _GAP)
            y = room.top() + place // columns * (down + caption + _GAP)
            tile = QRectF(x, y, across, down)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, across < wide)
            painter.drawImage(tile, to_image(np.ascontiguousarray(images[number])))
            if kind == "fake" and number == self._choice:
                painter.setPen(QPen(theme().color("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(tile)
            self._paint_score(painter, tile, float(scores[number]), (low, top))
            self._tiles.append((tile.adjusted(0, 0, 0, caption), kind, number))

    def _paint_score(self, painter: QPainter, tile: QRectF, score: float, ends: tuple[float, float]) -> None:
        """A bar from fake to real, and the number where there is room for it."""
        assert self._seen is not None
        low, high = ends
        part = min(max((score - low) / (high - low), 0.0), 1.0) if high > low and np.isfinite(score) else 0.0
        bar = QRectF(tile.left(), tile.bottom() + 1, tile.width(), _BAR)
        painter.fillRect(bar, theme().color("grid"))
        painter.fillRect(QRectF(bar.left(), bar.top(), bar.width() * part, _BAR), real_color())
        if tile.width() >= _NUMBERED:
            painter.setFont(theme().font(9))
            painter.setPen(theme().color("muted"))
            where = QRectF(tile.left() - 4, bar.bottom(), tile.width() + 8, _NUMBER)
            painter.drawText(
                where, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, score_text(self._seen, score)
            )


def arranged(count: int, proportion: float, width: float, height: float) -> tuple[int, float, float]:
    """Columns, and width and height of an image: as large as all fit, else as is comfortable and only some are seen."""

    def at(side: int) -> tuple[int, float, float]:
        across, down = (side, side / proportion) if proportion >= 1 else (side * proportion, side)
        return max(1, int((width + _GAP) // (across + _GAP))), across, down

    for side in range(_LARGEST, _SMALLEST - 1, -2):
        columns, across, down = at(side)
        rows = int((height + _GAP) // (down + _caption(across) + _GAP))
        if columns * rows >= count or (side == _COMFORTABLE and columns * rows >= count / 4):
            return columns, across, down
    return at(_SMALLEST)


def _caption(across: float) -> float:
    """The height of what stands under an image so wide."""
    return _BAR + (_NUMBER if across >= _NUMBERED else 1.0)


def span(seen: GameSeen) -> tuple[float, float]:
    """The ends of the scale of scores."""
    if not seen.critic:
        return 0.0, 1.0
    both = np.concatenate((seen.real_scores, seen.fake_scores))
    return float(both.min()), float(both.max())


def score_text(seen: GameSeen, score: float) -> str:
    """A probability in per cent, any other score as it is."""
    return f"{100 * score:.0f} %" if seen.form in ("minimax", "non_saturating") else value_text(score)


def overlay(push: np.ndarray) -> QImage:
    """Orange where ``push`` h×w is above 0, blue where it is below, the stronger the more opaque."""
    sound = np.nan_to_num(push)
    strength = np.abs(sound) / (float(np.abs(sound).max()) or 1.0)
    ends = [np.array((color.red(), color.green(), color.blue())) for color in (fake_color(), real_color())]
    pixels = np.zeros((*push.shape, 4), np.uint8)
    pixels[..., :3] = np.where((sound > 0)[..., None], ends[1], ends[0])
    pixels[..., 3] = np.rint(_OPAQUE * 255 * strength)
    high, wide = push.shape
    return QImage(pixels.tobytes(), wide, high, 4 * wide, QImage.Format.Format_RGBA8888).copy()


class PushFigure(Painted):
    """One fake, large, with what the discriminator wants changed over it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Gradient on the chosen fake"), parent=parent)
        self._seen: FakePushSeen | None = None
        self.setMinimumHeight(90)
        self.setFixedWidth(_PUSH_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    @property
    def shown(self) -> bool:
        """Whether it has an image."""
        return self._seen is not None

    def show_seen(self, seen: FakePushSeen | None) -> None:
        self._seen = seen
        self.redraw()

    def sizeHint(self) -> QSize:
        return QSize(_PUSH_WIDTH, 200)

    def draw(self, painter: QPainter) -> None:
        seen = self._seen
        painter.setFont(theme().font(CAPTION))
        painter.setPen(theme().color("muted"))
        if seen is None:
            words = tr("Click a fake to see where the discriminator wants it changed.")
            painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
            return
        high, wide = seen.push.shape
        side = min(self.width(), (self.height() - 46) * wide / high)
        area = QRectF((self.width() - side) / 2, 0, side, side * high / wide)
        painter.drawImage(area, to_image(np.ascontiguousarray(seen.image)))
        painter.drawImage(area, overlay(seen.push))
        words = tr("More real if brighter where orange, darker where blue")
        room = QRectF(0, area.bottom() + 2, self.width(), 44)
        painter.setPen(theme().color("muted"))
        painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, words)
