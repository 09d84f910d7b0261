"""One plot with its header: a quantity of the current run, and of earlier ones behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from playground.telemetry.run_history import RunHistory
from playground.ui.plots.colors import layer_color
from playground.ui.plots.curve_plot import CurvePlot, Scales
from playground.ui.plots.curves import Curve, HeldTrace, Shadows, Trace
from playground.ui.plots.header import PlotHeader
from playground.ui.plots.quantities import Quantity, Stroke
from playground.ui.plots.readout import Line
from playground.ui.plots.run_log import RunLog
from playground.ui.plots.ticks import value_text
from playground.ui.theme import theme

_MOST_RUNS_READ = 2  # earlier ones in the crosshair's box: it must not hide the plot
_TRAINING_ALPHA, _VALIDATION_ALPHA = 90, 165


class MetricPlot:
    """``header`` and ``plot`` are placed by the tab. ``show_quantity`` says what it shows; ``title`` is its first."""

    def __init__(self, title: str, parent: QWidget, *, titled: bool = True) -> None:
        self.header, self.plot = PlotHeader(title if titled else "", parent=parent), CurvePlot(parent=parent)
        self.plot.setAccessibleName(f"{title} over epochs")
        self.plot.set_readout(self._readout)
        self._shadows = (Shadows(_TRAINING_ALPHA), Shadows(_VALIDATION_ALPHA))
        self._quantity: Quantity | None = None
        self._drawn: list[tuple[Stroke, Curve]] = []
        self._log: RunLog | None = None
        self._scales = Scales()

    @property
    def quantity(self) -> Quantity | None:
        return self._quantity

    def show_quantity(self, quantity: Quantity, log: RunLog) -> None:
        """Curves came or went, or another quantity was chosen."""
        other = self._quantity is None or quantity.name != self._quantity.name
        self._quantity, self._log = quantity, log
        self.plot.setAccessibleName(f"{quantity.title} over epochs")
        self.header.setAccessibleName(quantity.title)
        self.plot.set_percent(quantity.percent)
        self._apply_scales()
        for shadow, validation in zip(self._shadows, (False, True), strict=True):
            names = [stroke.series for stroke in quantity.strokes if stroke.validation is validation]
            found = [_trace(run, name, held=quantity.held) for run in log.earlier for name in names]
            shadow.set_traces([trace for trace in found if trace is not None])
        self._drawn = []
        for stroke in quantity.strokes:
            trace = None if log.current is None else _trace(log.current, stroke.series, held=quantity.held)
            if trace is not None:
                dashed = stroke.validation and not stroke.token
                self._drawn.append((stroke, Curve(stroke.label, trace, _color(stroke), dashed=dashed)))
        planned = log.planned_epochs if log.current is not None else 0
        self.plot.set_curves([curve for _, curve in self._drawn], self._shadows, planned)
        if other:
            self.plot.follow()

    def set_scales(self, scales: Scales) -> None:
        self._scales = scales
        self._apply_scales()

    def _apply_scales(self) -> None:
        """A share stays linear: it lies between 0 and 100 %. A learning rate is what it is: nothing to smooth."""
        quantity, scales = self._quantity, self._scales
        percent, held = (False, False) if quantity is None else (quantity.percent, quantity.held)
        smoothing = 0.0 if held else scales.smoothing
        self.plot.set_scales(Scales(scales.log_x, scales.log_y and not percent, smoothing))

    def show_values(self) -> None:
        """The newest ones, above the plot."""
        self.header.set_lines([
            Line(
                curve.name, self._text(curve.trace.series.last_value), curve.color(), short=stroke.short,
                named=not stroke.token, minor=stroke.validation and not stroke.token,
            )
            for stroke, curve in self._drawn
        ])  # fmt: skip

    def _text(self, value: float | None) -> str:
        return value_text(value, percent=self._quantity is not None and self._quantity.percent)

    def _readout(self, epoch: float) -> list[Line]:
        """The place, every curve's value there, then the earlier runs' values."""
        curves = [curve for _, curve in self._drawn]
        lines = [Line(f"epoch {epoch:.2f}", _step_text(epoch, curves))]
        smoothing = 0.0 if self._quantity is not None and self._quantity.held else self._scales.smoothing
        for stroke, curve in self._drawn:
            lines.append(Line(curve.name, self._text(curve.trace.at(epoch)), curve.color(), curve.dashed))
            if smoothing > 0 and not stroke.validation:
                lines.append(Line("smoothed", self._text(curve.trace.smoothed_at(epoch, smoothing)), curve.color()))
        strokes = self._quantity.strokes if self._quantity is not None else ()
        for run in self._earlier_at(epoch):
            traces = [trace for stroke in strokes if (trace := _trace(run, stroke.series)) is not None]
            texts = [self._text(value) for trace in traces if (value := trace.at(epoch)) is not None]
            lines.append(Line(run.label, " · ".join(texts) or value_text(None), theme().color("muted")))
        return lines if len(lines) > 1 else []

    def _earlier_at(self, epoch: float) -> list[RunHistory]:
        """The newest earlier runs that went as far as ``epoch``."""
        earlier = reversed(self._log.earlier if self._log is not None else ())
        reached = [run for run in earlier if run.epochs_run >= epoch * (1 - 1e-9)]
        return reached[:_MOST_RUNS_READ]


def _step_text(epoch: float, curves: Sequence[Curve]) -> str:
    return f"step {max(0, round(epoch * curves[0].trace.per_epoch)):,}" if curves else ""


def _trace(run: RunHistory, name: str, *, held: bool = False) -> Trace | None:
    series = run.series.get(name)
    if series is None or not len(series):
        return None
    return HeldTrace(series, run.steps_per_epoch, run) if held else Trace(series, run.steps_per_epoch)


def _color(stroke: Stroke) -> Callable[[], QColor]:
    return partial(_themed, stroke.token, stroke.part)


def _themed(token: str, part: int) -> QColor:
    return theme().color(token) if token else layer_color(part, dark=theme().dark)
