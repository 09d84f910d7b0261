"""Loss, accuracy and test images side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from playground import protocol
from playground.telemetry.run_history import RunHistory
from playground.telemetry.series import Series
from playground.ui.plots.curve_plot import CurvePlot, Scales, draw_alike
from playground.ui.plots.curves import Curve, Shadows, Trace
from playground.ui.plots.header import PlotHeader, share_detail
from playground.ui.plots.image_grid import ImageGrid
from playground.ui.plots.readout import Line
from playground.ui.plots.run_log import RunLog
from playground.ui.plots.ticks import value_text
from playground.ui.theme import theme

GAP = 16
# Below this width there is no room for images beside two readable plots.
_NARROWEST_WITH_IMAGES = 620
_IMAGES = ("Test images, wrong ones marked", "Test images")
_MOST_RUNS_READ = 2  # earlier ones in the crosshair's box: it must not hide the plot
_TRAINING_ALPHA, _VALIDATION_ALPHA = 90, 165
_METRICS = (
    ("Loss", protocol.TRAIN_LOSS, protocol.VALIDATION_LOSS, False),
    ("Accuracy", protocol.TRAIN_ACCURACY, protocol.VALIDATION_ACCURACY, True),
)


class CurvesTab(QWidget):
    """Training blue, validation orange, earlier runs grey behind them."""

    redraw_wanted = Signal()

    def __init__(self, log: RunLog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log, self._structure = log, -1
        self._scales = Scales()
        self._metrics = [_Metric(*metric, self) for metric in _METRICS]
        self._images, self._images_header = (
            ImageGrid(),
            PlotHeader(*_IMAGES),
        )
        share_detail([metric.header for metric in self._metrics])
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(GAP)
        layout.setVerticalSpacing(0)
        for column, metric in enumerate(self._metrics):
            layout.addWidget(metric.header, 0, column)
            layout.addWidget(metric.plot, 1, column)
            metric.plot.hovered.connect(self._on_hovered)
            metric.plot.redraw_wanted.connect(self.redraw_wanted)
        layout.addWidget(self._images_header, 0, 2)
        layout.addWidget(self._images, 1, 2)
        layout.setRowStretch(1, 1)
        for column in range(3):
            layout.setColumnStretch(column, 1)
        layout.setContentsMargins(0, 0, 0, 8)

    @property
    def plots(self) -> Sequence[CurvePlot]:
        """Loss and accuracy."""
        return [metric.plot for metric in self._metrics]

    @property
    def images(self) -> ImageGrid:
        return self._images

    def set_scales(self, scales: Scales) -> None:
        """Accuracy stays linear: it lies between 0 and 100 %."""
        self._scales = scales
        loss, accuracy = self.plots
        loss.set_scales(scales)
        accuracy.set_scales(Scales(scales.log_x, log_y=False, smoothing=scales.smoothing))

    def refresh(self) -> None:
        """Draw what is new."""
        if self._structure != self._log.structure:
            self._structure = self._log.structure
            for metric in self._metrics:
                metric.rebuild(self._log)
        draw_alike(self.plots)
        for metric in self._metrics:
            metric.show_values(self._scales.smoothing)
        self._images.show_predictions(self._log.pictures)
        count = len(self._log.pictures.truth) if self._log.pictures is not None else 0
        lines = [Line(f"{len(self._images.wrong)} of {count} wrong")] if count else []
        self._images_header.set_lines(lines)

    @Slot(object)
    def _on_hovered(self, epoch: float | None) -> None:
        for plot in self.plots:
            plot.set_crosshair(epoch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() >= _NARROWEST_WITH_IMAGES
        layout = self.layout()
        if isinstance(layout, QGridLayout) and self._images.isHidden() == room:
            self._images.setVisible(room)
            self._images_header.setVisible(room)
            layout.setColumnStretch(2, int(room))


class _Metric:
    """One plot with its header: two curves of the current run, the same two of earlier ones."""

    def __init__(self, title: str, training: str, validation: str, percent: bool, parent: QWidget) -> None:
        self._names, self._percent = (training, validation), percent
        self.header, self.plot = PlotHeader(title, parent=parent), CurvePlot(percent=percent, parent=parent)
        self.plot.setAccessibleName(f"{title} over epochs")
        self.plot.set_readout(self._readout)
        self._shadows = (Shadows(_TRAINING_ALPHA), Shadows(_VALIDATION_ALPHA))
        self._curves: list[Curve] = []
        self._log: RunLog | None = None
        self._smoothing = 0.0

    def rebuild(self, log: RunLog) -> None:
        """Curves came or went."""
        self._log = log
        for name, shadow in zip(self._names, self._shadows, strict=True):
            shadow.set_traces([trace for run in log.earlier if (trace := _trace(run, name)) is not None])
        self._curves = []
        for name, label, token in zip(self._names, ("training", "validation"), ("train", "val"), strict=True):
            trace = _trace(log.current, name) if log.current is not None else None
            if trace is not None:
                self._curves.append(Curve(label, trace, _themed(token)))
        self.plot.set_curves(self._curves, self._shadows, log.planned_epochs if log.current is not None else 0)

    def show_values(self, smoothing: float) -> None:
        """The newest ones, above the plot."""
        self._smoothing = smoothing
        self.header.set_lines([
            Line(curve.name, value_text(curve.trace.series.last_value, percent=self._percent), curve.color())
            for curve in self._curves
        ])  # fmt: skip

    def _readout(self, epoch: float) -> list[Line]:
        """The place, every curve's value there, then the earlier runs' training and validation values."""
        lines = [Line(f"epoch {epoch:.2f}", _step_text(epoch, self._curves))]
        for curve in self._curves:
            measured = value_text(curve.trace.at(epoch), percent=self._percent)
            lines.append(Line(curve.name, measured, curve.color()))
            if self._smoothing > 0 and curve.name == "training":
                smoothed = curve.trace.smoothed_at(epoch, self._smoothing)
                lines.append(Line("smoothed", value_text(smoothed, percent=self._percent), curve.color()))
        for run in self._earlier_at(epoch):
            traces = [trace for name in self._names if (trace := _trace(run, name)) is not None]
            values = [value for trace in traces if (value := trace.at(epoch)) is not None]
            texts = [value_text(value, percent=self._percent) for value in values]
            lines.append(Line(run.label, " · ".join(texts) or value_text(None), theme().color("muted")))
        return lines if len(lines) > 1 else []

    def _earlier_at(self, epoch: float) -> list[RunHistory]:
        """The newest earlier runs that went as far as ``epoch``."""
        earlier = reversed(self._log.earlier if self._log is not None else ())
        reached = [run for run in earlier if run.epochs_run >= epoch * (1 - 1e-9)]
        return reached[:_MOST_RUNS_READ]


def _step_text(epoch: float, curves: Sequence[Curve]) -> str:
    return f"step {max(0, round(epoch * curves[0].trace.per_epoch)):,}" if curves else ""


def _trace(run: RunHistory, name: str) -> Trace | None:
    series: Series | None = run.series.get(name)
    return None if series is None or not len(series) else Trace(series, run.steps_per_epoch)


def _themed(token: str):
    def color() -> QColor:
        return theme().color(token)

    return color
