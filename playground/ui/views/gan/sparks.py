"""Small curves of a run: both losses, and how real the discriminator finds real samples and fakes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.core.language import tr
from playground.protocol import training
from playground.telemetry.series import Series
from playground.ui.plots.ticks import value_text
from playground.ui.plots.views.painted import Painted
from playground.ui.theme import CAPTION, theme
from playground.ui.views.gan.palette import fake_color, judge_color, real_color

Curve = tuple[np.ndarray, np.ndarray]  # steps and values, float64
_ROW, _LEAST = 15.0, 22.0
_EDGE = 0.01  # of the values may lie beyond the plot at either end: one spike must not flatten a curve
_MOST = 400


@dataclass(frozen=True)
class Line:
    """A curve with its name, its colour ("real", "fake" or "judge"), and whether it counts in per cent."""

    name: str
    color: str
    curve: Curve
    percent: bool = False


class Sparks(Painted):
    """Plots over each other, one for each group of lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Losses and judgements over the run"), parent=parent)
        self.setAccessibleDescription(_basis())
        self._groups: list[list[Line]] = []
        self.setMinimumHeight(round(2 * (_ROW + _LEAST)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def groups(self) -> list[list[Line]]:
        return self._groups

    def tip(self, place: QPointF) -> str:
        return _basis() if self._groups else ""

    def show_lines(self, groups: list[list[Line]]) -> None:
        self._groups = [group for group in groups if group]
        self.redraw()

    def sizeHint(self) -> QSize:
        return QSize(200, 104)

    def draw(self, painter: QPainter) -> None:
        if not self._groups:
            return
        high = self.height() / len(self._groups)
        for number, group in enumerate(self._groups):
            self._paint_group(painter, QRectF(0, number * high, self.width(), high - 4), group)

    def _paint_group(self, painter: QPainter, room: QRectF, group: list[Line]) -> None:
        plot = room.adjusted(0, _ROW, 0, 0)
        painter.fillRect(plot, theme().color("canvas"))
        painter.setFont(theme().font(CAPTION))
        left = room.left()
        for line in group:
            text = f"{line.name} {value_text(_last(line.curve), percent=line.percent)}"
            wide = painter.fontMetrics().horizontalAdvance(text)
            painter.setPen(_color(line.color))
            painter.drawText(QRectF(left, room.top(), wide + 4, _ROW), Qt.AlignmentFlag.AlignVCenter, text)
            left += wide + 10
        low, high = _range([line.curve[1] for line in group], percent=group[0].percent)
        first, last = _reach([line.curve[0] for line in group])
        for line in group:
            steps, values = _thinned(line.curve)
            sound = np.isfinite(values)
            x = plot.left() + (steps[sound] - first) / max(last - first, 1) * plot.width()
            y = plot.bottom() - (np.clip(values[sound], low, high) - low) / (high - low) * plot.height()
            painter.setPen(QPen(_color(line.color), 1.3))
            painter.drawPolyline(QPolygonF([QPointF(*place) for place in zip(x.tolist(), y.tolist(), strict=True)]))


def lines_of(series: Mapping[str, Series], means: Mapping[str, Curve]) -> list[list[Line]]:
    """Losses as the run told them, and judgements: the parts called real; of a critic, which calls nothing real, the
    mean scores that were seen while somebody looked.
    """

    def known(metric: str) -> Curve | None:
        found = series.get(training(metric))
        return found.averages()[:2] if found is not None and len(found) else None

    losses = [
        Line(name, color, curve)
        for name, color, metric in (
            (tr("G loss"), "fake", "generator_loss"),
            (tr("D loss"), "judge", "discriminator_loss"),
        )
        if (curve := known(metric)) is not None
    ]
    shares = [
        Line(name, color, curve, percent=True)
        for name, color, metric in ((tr("Real called real"), "real", "real_score"), (tr("Fakes"), "fake", "fake_score"))
        if (curve := known(metric)) is not None
    ]
    names = {"Real": tr("Real"), "Fake": tr("Fake")}
    seen = [Line(title, name.lower(), means[name]) for name, title in names.items() if name in means]
    return [losses, shares or seen]


def _basis() -> str:
    """Why a number here may differ from the sentence beside it."""
    return tr("Of the batches that were learned from, step by step. The sentence beside it tells of the samples shown.")


def _color(name: str) -> QColor:
    return {"real": real_color, "fake": fake_color, "judge": judge_color}[name]()


def _last(curve: Curve) -> float | None:
    return float(curve[1][-1]) if len(curve[1]) else None


def _range(values: list[np.ndarray], *, percent: bool) -> tuple[float, float]:
    if percent:
        return 0.0, 1.0
    found = np.concatenate(values)
    found = found[np.isfinite(found)]
    if not len(found):
        return 0.0, 1.0
    low, high = np.quantile(found, (_EDGE, 1 - _EDGE)).tolist()
    return (low, high) if high > low else (low - 0.5, high + 0.5)


def _reach(steps: list[np.ndarray]) -> tuple[float, float]:
    both = np.concatenate(steps)
    return (float(both.min()), float(both.max())) if len(both) else (0.0, 1.0)


def _thinned(curve: Curve) -> Curve:
    """Means of neighbours where there are more points than pixels."""
    steps, values = curve
    if len(steps) <= _MOST:
        return curve
    starts = np.linspace(0, len(steps), _MOST, endpoint=False).astype(np.int64)
    counts = np.diff(np.append(starts, len(steps)))
    return np.add.reduceat(steps, starts) / counts, np.add.reduceat(values, starts) / counts
