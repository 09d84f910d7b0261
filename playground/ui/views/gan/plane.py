"""The game over a plane of two numbers, in layers that are shown or not."""

from __future__ import annotations

import itertools
from collections import deque
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from playground.core.language import mark, tr
from playground.protocol import GameSeen
from playground.protocol.lenses.gan import score_range
from playground.ui.plots.ticks import value_text
from playground.ui.plots.views.frame import Frame, fitted
from playground.ui.plots.views.marks import paint_marks
from playground.ui.plots.views.painted import Painted
from playground.ui.plots.views.shades import scale_colors, value_map
from playground.ui.plots.views.value_bar import BAR, BAR_TEXT, paint_value_bar
from playground.ui.theme import theme
from playground.ui.views.gan.geometry import arrow_vectors, densities
from playground.ui.views.gan.palette import faded, fake_color, real_color

_TRAIL = 12  # positions that are remembered
_MOST_REAL, _MOST_ARROWS, _MOST_TRAILS = 500, 110, 160
_HEAD = 3.2  # pixels of an arrow
_NEAR = 6.0
_OUTLINED = 2.2  # smaller marks would be all outline
_STRENGTH = 0.75


@dataclass(frozen=True)
class Overlay:
    """``name`` of the layer, what the button says, and its help."""

    name: str
    title: str
    help: str
    begins: bool = True


LAYERS = (
    Overlay("real", mark("Real"), mark("Samples of the data")),
    Overlay("fakes", mark("Fakes"), mark("What the generator makes of the same noise throughout the run")),
    Overlay("trails", mark("Trails"), mark("Where each fake was in the last looks"), False),
    Overlay("map", mark("Judgement"), mark("How real the discriminator finds each place")),
    Overlay("arrows", mark("Gradients"), mark("Where each fake must move for the generator's loss to sink")),
    Overlay(
        "manifold",
        mark("Manifold"),
        mark("A grid over the noise, as the generator folds it: the denser, the darker"),
        False,
    ),
)


class GamePlane(Painted):
    """Real points, fakes and their trails, the discriminator's map, gradients on fakes, the generator's manifold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("The game over the plane"), parent=parent)
        self._seen: GameSeen | None = None
        self._map: QImage | None = None
        self._shown = {layer.name for layer in LAYERS if layer.begins}
        self._trail: deque[tuple[int, np.ndarray]] = deque(maxlen=_TRAIL)
        self.setMinimumSize(120, 100)
        theme().changed.connect(self._recolor)

    def show_seen(self, seen: GameSeen, step: int) -> None:
        """What is seen after ``step``."""
        if self._trail and (step < self._trail[-1][0] or self._trail[-1][1].shape != seen.fakes.shape):
            self._trail.clear()  # another run, or an earlier time
        if not self._trail or self._trail[-1][0] != step:
            self._trail.append((step, seen.fakes))
        else:
            self._trail[-1] = (step, seen.fakes)
        self._seen, self._map = seen, None
        self.redraw()

    def forget(self) -> None:
        """The run is gone."""
        self._seen, self._map = None, None
        self._trail.clear()
        self.redraw()

    def show_layer(self, name: str, shown: bool) -> None:
        (self._shown.add if shown else self._shown.discard)(name)
        self.redraw()

    @property
    def layers(self) -> frozenset[str]:
        """Names of those that are shown."""
        return frozenset(self._shown)

    @property
    def trail(self) -> int:
        """How many positions of the fakes are remembered."""
        return len(self._trail)

    @property
    def range(self) -> tuple[float, float]:
        """The ends of the scale of what the discriminator says."""
        seen = self._seen
        if seen is None or seen.field is None or seen.field.map is None:
            return 0.0, 1.0
        return score_range(seen.form, seen.field.map)

    @property
    def frame(self) -> Frame:
        """Where the plane lies in the widget."""
        assert self._seen is not None
        assert self._seen.field is not None
        bar = BAR + BAR_TEXT if self._has_map() else 0.0
        return fitted(QRectF(self.rect()).adjusted(0, 0, -bar, 0), self._seen.field.bounds)

    def sizeHint(self) -> QSize:
        return QSize(320, 240)

    def tip(self, place: QPointF) -> str:
        seen = self._seen
        if seen is None or seen.field is None or not self.frame.area.contains(place):
            return ""
        x, y = self.frame.to_plane(place)
        lines = [f"{value_text(x)}, {value_text(y)}"]
        if seen.field.map is not None:
            left, right, bottom, top = seen.field.bounds
            rows, columns = seen.field.map.shape
            row = min(max(int((y - bottom) / (top - bottom) * rows), 0), rows - 1)
            column = min(max(int((x - left) / (right - left) * columns), 0), columns - 1)
            lines.append(self._judged(tr("this place"), float(seen.field.map[row, column])))
        near = self._near(place, seen.real)
        if near is not None:
            lines.append(self._judged(tr("real {number}", number=near), float(seen.real_scores[near])))
        near = self._near(place, seen.fakes) if "fakes" in self._shown else None
        if near is not None:
            lines.append(self._judged(tr("fake {number}", number=near), float(seen.fake_scores[near])))
        return "\n".join(lines)

    def _judged(self, what: str, score: float) -> str:
        assert self._seen is not None
        if self._seen.form in ("minimax", "non_saturating"):
            return tr("{what}: {percent:.1f} % real", what=what, percent=100 * score)
        return tr("{what}: score {score}", what=what, score=value_text(score))

    def _near(self, place: QPointF, points: np.ndarray) -> int | None:
        if not len(points):
            return None
        away = self.frame.to_view(points) - np.array([place.x(), place.y()])
        distance = np.nan_to_num(np.hypot(away[:, 0], away[:, 1]), nan=np.inf)
        number = int(distance.argmin())
        return number if distance[number] <= _NEAR else None

    # --- painting ---

    def _recolor(self) -> None:
        self._map = None
        self.redraw()

    def _has_map(self) -> bool:
        return self._seen is not None and self._seen.field is not None and self._seen.field.map is not None

    def draw(self, painter: QPainter) -> None:
        seen = self._seen
        if seen is None or seen.field is None:
            return
        frame = self.frame
        painter.fillRect(frame.area, theme().color("canvas"))
        mapped = "map" in self._shown and seen.field.map is not None
        if mapped:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(frame.area, self._picture(seen))
        frame.paint_ticks(painter, lines=not mapped)
        painter.save()
        painter.setClipRect(frame.area)
        self._paint_layers(painter, frame, seen)
        painter.restore()
        painter.setPen(QPen(theme().color("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame.area)
        if mapped:
            bar = QRectF(frame.area.right() + 8, frame.area.top(), BAR, frame.area.height())
            paint_value_bar(painter, bar, scale_colors(_STRENGTH), *self.range)

    def _paint_layers(self, painter: QPainter, frame: Frame, seen: GameSeen) -> None:
        radius = _radius(frame)
        outline = theme().color("surface") if radius > _OUTLINED else None
        if "manifold" in self._shown:
            self._paint_manifold(painter, frame, seen)
        if "real" in self._shown:
            step = max(1, -(-len(seen.real) // _MOST_REAL))
            paint_marks(painter, frame.to_view(seen.real[::step]), "dot", real_color(), radius, outline)
        if "trails" in self._shown:
            self._paint_trails(painter, frame)
        if "arrows" in self._shown:
            self._paint_arrows(painter, frame, seen)
        if "fakes" in self._shown:
            paint_marks(painter, frame.to_view(seen.fakes), "diamond", fake_color(), radius, outline)

    def _picture(self, seen: GameSeen) -> QImage:
        assert seen.field is not None
        assert seen.field.map is not None
        if self._map is None:
            self._map = value_map(seen.field.map, *self.range, strength=_STRENGTH)
        return self._map

    def _paint_manifold(self, painter: QPainter, frame: Frame, seen: GameSeen) -> None:
        """Cells that are all drawn equally often: small ones are dense, and darker."""
        assert seen.field is not None
        grid = seen.field.manifold
        rows, columns = grid.shape[:2]
        places = frame.to_view(grid.reshape(-1, 2)).reshape(rows, columns, 2)
        places = np.clip(np.nan_to_num(places, nan=-1e4), -1e4, 1e4)
        if rows == 1:
            painter.setPen(QPen(fake_color(), 2))
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in places[0].tolist()]))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # of hundreds of polygons it takes most
        for row, shades in enumerate(densities(grid).tolist()):
            for column, shade in enumerate(shades):
                corners = ((row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column))
                painter.setBrush(faded(fake_color(), 0.06 + 0.6 * shade))
                painter.drawPolygon(QPolygonF([QPointF(*places[corner]) for corner in corners]))
        painter.setPen(QPen(faded(theme().color("text"), 0.25), 0))
        for line in (*places, *places.swapaxes(0, 1)):
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in line.tolist()]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)

    def _paint_trails(self, painter: QPainter, frame: Frame) -> None:
        """Lines through the last positions, paler the longer ago."""
        views = [frame.to_view(fakes[:_MOST_TRAILS]) for _, fakes in self._trail]
        for age, (before, after) in enumerate(itertools.pairwise(views)):
            painter.setPen(QPen(faded(fake_color(), (age + 1) / len(views) * 0.8), 1.2))
            lines = np.concatenate((before, after), 1)
            painter.drawLines([QLineF(*line) for line in lines[np.isfinite(lines).all(1)].tolist()])

    def _paint_arrows(self, painter: QPainter, frame: Frame, seen: GameSeen) -> None:
        assert seen.field is not None
        step = max(1, -(-len(seen.fakes) // _MOST_ARROWS))
        starts = frame.to_view(seen.fakes[::step])
        vectors = arrow_vectors(seen.field.arrows, 6 * _radius(frame))[::step] * (1, -1)  # pixels count downwards
        color = faded(theme().color("text"), 0.7)
        painter.setPen(QPen(color, 1.0))
        painter.setBrush(color)
        for (x, y), (across, down) in zip(starts.tolist(), vectors.tolist(), strict=True):
            length = float(np.hypot(across, down))
            if not length > 1.5 or not np.isfinite(x + y):
                continue
            end, along = QPointF(x + across, y + down), np.array([across, down]) / length
            painter.drawLine(QPointF(x, y), end)
            head = min(_HEAD, length / 2)
            side, back = np.array([-along[1], along[0]]) * head * 0.6, along * head
            corners = [
                QPointF(end.x() - back[0] + sign * side[0], end.y() - back[1] + sign * side[1]) for sign in (1, -1)
            ]
            painter.drawPolygon(QPolygonF([end, *corners]))


def _radius(frame: Frame) -> float:
    """Of marks, so that hundreds leave something to be seen of a small plane, too."""
    return float(np.clip(frame.area.width() / 110, 1.6, 3.6))
