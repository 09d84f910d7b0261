"""What stands in the cells of the table of runs."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from playground import protocol
from playground.telemetry.run_history import RunHistory
from playground.training.metrics import METRICS
from playground.ui.plots.readout import paint_swatch
from playground.ui.plots.run_cards import run_color
from playground.ui.plots.ticks import value_text
from playground.ui.theme import theme

SWATCH = QSize(18, 12)


def final(run: RunHistory, metric: str) -> str:
    for name in (protocol.validation(metric), protocol.training(metric)):
        series = run.series.get(name)
        if series is not None and len(series):
            return value_text(series.last_value, percent=metric in METRICS and METRICS[metric].percent)
    return value_text(None)


def tested(run: RunHistory, metric: str) -> str:
    known = run.test or {}
    name = metric if metric in known else "loss"
    return value_text(known.get(name), percent=name in METRICS and METRICS[name].percent)


def swatch(color: int, *, current: bool) -> QIcon:
    """A piece of the run's curves: of the current one the training and the validation line."""
    picture = QPixmap(SWATCH * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if current:
        paint_swatch(painter, QPointF(1, 4), theme().color("train"), width=16)
        paint_swatch(painter, QPointF(1, 9), theme().color("val"), width=16)
    else:
        paint_swatch(painter, QPointF(1, 6), run_color(color), width=16)
    painter.end()
    return QIcon(picture)
