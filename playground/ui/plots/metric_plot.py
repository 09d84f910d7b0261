"""One plot with its header: a quantity of the current run, and of the others behind it, each in its colour."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from playground.core.language import tr
from playground.telemetry.run_history import RunHistory
from playground.ui.plots.colors import layer_color
from playground.ui.plots.curve_plot import CurvePlot, Scales
from playground.ui.plots.curves import Curve, HeldTrace, Shadows, Trace
from playground.ui.plots.header import PlotHeader
from playground.ui.plots.quantities import Quantity, Stroke
from playground.ui.plots.readout import Line
from playground.ui.plots.run_cards import run_color
from playground.ui.plots.run_log import RunLog
from playground.ui.plots.ticks import value_text
from playground.ui.theme import theme

_TRAINING_ALPHA, _VALIDATION_ALPHA = 110, 255


class MetricPlot:
    """``header`` and ``plot`` are placed by the tab. ``show_quantity`` says what it shows; ``title`` is its first."""

    def __init__(self, title: str, parent: QWidget, *, titled: bool = True) -> None:
        self.header, self.plot = PlotHeader(title if titled else "", parent=parent), CurvePlot(parent=parent)
        self.plot.setAccessibleName(tr("{title} over epochs", title=title))
        self.plot.set_readout(self._readout)
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
        self.plot.setAccessibleName(tr("{title} over epochs", title=quantity.title))
        self.header.setAccessibleName(quantity.title)
        self.plot.set_percent(quantity.percent)
        self._apply_scales()
        self._drawn = []
        for stroke in quantity.strokes:
            trace = None if log.current is None else _trace(log.current, stroke.series, held=quantity.held)
            if trace is not None:
                dashed = stroke.validation and not stroke.token
                self._drawn.append((stroke, Curve(stroke.label, trace, _color(stroke), dashed=dashed)))
        planned = log.planned_epochs if log.current is not None else 0
        self.plot.set_curves([curve for _, curve in self._drawn], self._behind(quantity, log), planned)
        if other:
            self.plot.follow()

    @staticmethod
    def _behind(quantity: Quantity, log: RunLog) -> list[Shadows]:
        """The other runs' curves, training fainter; a quantity of one line alone has it in full."""
        found: list[Shadows] = []
        validates = any(stroke.validation for stroke in quantity.strokes)
        for run in log.behind:
            color = partial(run_color, log.card(run).color)
            for validation in (False, True):
                names = [stroke.series for stroke in quantity.strokes if stroke.validation is validation]
                traces = [trace for name in names if (trace := _trace(run, name, held=quantity.held)) is not None]
                if traces:
                    full = validation or not validates
                    found.append(Shadows(_VALIDATION_ALPHA if full else _TRAINING_ALPHA, color))
                    found[-1].set_traces(traces)
        return found

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
        """The newest ones, above the plot, with the runs behind where there is room."""
        log = self._log
        behind = [
            Line(run.label, "", run_color(log.card(run).color), minor=True) for run in log.behind
        ] if log is not None else []  # fmt: skip
        self.header.set_lines([
            *(Line(
                curve.name, self._text(curve.trace.series.last_value), curve.color(), short=stroke.short,
                named=not stroke.token, minor=stroke.validation and not stroke.token,
            )
            for stroke, curve in self._drawn), *behind,
        ])  # fmt: skip

    def _text(self, value: float | None) -> str:
        return value_text(value, percent=self._quantity is not None and self._quantity.percent)

    def _readout(self, epoch: float) -> list[Line]:
        """The place, every curve's value there, then the earlier runs' values."""
        curves = [curve for _, curve in self._drawn]
        lines = [Line(tr("epoch {epoch:.2f}", epoch=epoch), _step_text(epoch, curves))]
        smoothing = 0.0 if self._quantity is not None and self._quantity.held else self._scales.smoothing
        for stroke, curve in self._drawn:
            lines.append(Line(curve.name, self._text(curve.trace.at(epoch)), curve.color(), curve.dashed))
            if smoothing > 0 and not stroke.validation:
                lines.append(Line(tr("smoothed"), self._text(curve.trace.smoothed_at(epoch, smoothing)), curve.color()))
        strokes = self._quantity.strokes if self._quantity is not None else ()
        for run in self._behind_at(epoch):
            assert self._log is not None
            # one value for each part: of the validation where there is one, for the box is narrow
            told = [(stroke, trace) for stroke in strokes if (trace := _trace(run, stroke.series)) is not None]
            known = [(stroke, value) for stroke, trace in told if (value := trace.at(epoch)) is not None]
            validated = any(stroke.validation for stroke, _ in known)
            texts = [self._text(value) for stroke, value in known if stroke.validation is validated]
            color = run_color(self._log.card(run).color)
            lines.append(Line(run.label, " · ".join(texts) or value_text(None), color))
        return lines if len(lines) > 1 else []

    def _behind_at(self, epoch: float) -> list[RunHistory]:
        """The other runs that are shown and went as far as ``epoch``, newest first: the box takes as many as fit."""
        behind = reversed(self._log.behind if self._log is not None else ())
        return [run for run in behind if run.epochs_run >= epoch * (1 - 1e-9)]


def _step_text(epoch: float, curves: Sequence[Curve]) -> str:
    return tr("step {step:,}", step=max(0, round(epoch * curves[0].trace.per_epoch))) if curves else ""


def _trace(run: RunHistory, name: str, *, held: bool = False) -> Trace | None:
    series = run.series.get(name)
    if series is None or not len(series):
        return None
    return HeldTrace(series, run.steps_per_epoch, run) if held else Trace(series, run.steps_per_epoch)


def _color(stroke: Stroke) -> Callable[[], QColor]:
    return partial(_themed, stroke.token, stroke.part)


def _themed(token: str, part: int) -> QColor:
    return theme().color(token) if token else layer_color(part, dark=theme().dark)
