"""How large each layer's gradient is, and how much each step changes its weights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from playground import protocol
from playground.core.language import tr
from playground.telemetry.run_history import RunHistory
from playground.ui.plots.colors import layer_color, layer_dashed
from playground.ui.plots.curve_plot import CurvePlot, Scales, draw_alike
from playground.ui.plots.curves import Curve, Shadows, Trace
from playground.ui.plots.header import PlotHeader
from playground.ui.plots.layer_legend import LayerLegend, LayerLine
from playground.ui.plots.readout import Line
from playground.ui.plots.run_log import RunLog
from playground.ui.plots.ticks import value_text
from playground.ui.theme import theme
from playground.ui.widgets.basics import scrolled

GAP = 16
_NARROWEST_WITH_LEGEND, _LEGEND_WIDTH = 560, 220
_SHADOW_ALPHA = 80
# A rule of thumb: weights that change by about a thousandth per step learn neither too slowly nor wildly.
USUAL_RATIO = 1e-3
USUAL_ZONE = (3e-4, 3e-3)


class GradientsTab(QWidget):
    """Two logarithmic plots with a line per layer, and one legend for both. The run before lies behind in grey."""

    redraw_wanted = Signal()

    def __init__(self, log: RunLog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log, self._structure = log, -1
        self._hovered: float | None = None
        self._gradient, self._update = (CurvePlot(parent=self) for _ in range(2))
        self._shadows = (Shadows(_SHADOW_ALPHA), Shadows(_SHADOW_ALPHA))
        self._curves: dict[str, tuple[Curve | None, Curve | None]] = {}
        self._titles: dict[str, str] = {}  # of the layers that have curves
        self._legend = LayerLegend()
        self._legend_area = scrolled(self._legend)
        self._update.mark_level(USUAL_RATIO, tr("About a thousandth of the weight per step is usual"), USUAL_ZONE)
        layout = QGridLayout(self)
        layout.setHorizontalSpacing(GAP)
        layout.setVerticalSpacing(0)
        layout.setContentsMargins(0, 0, 0, 8)
        titles = (tr("Gradient norm"), tr("Update / weight"))
        for column, (plot, title) in enumerate(zip(self.plots, titles, strict=True)):
            layout.addWidget(PlotHeader(title, parent=self), 0, column)
            layout.addWidget(plot, 1, column)
        layout.addWidget(self._legend_area, 0, 2, 2, 1)
        for column in range(3):
            layout.setColumnStretch(column, 1)
        layout.setColumnMinimumWidth(2, _LEGEND_WIDTH)
        layout.setRowStretch(1, 1)
        for plot, title in zip(self.plots, titles, strict=True):
            plot.setAccessibleName(tr("{title} of each layer over epochs", title=title))
            plot.set_readout(self._readout)
            plot.hovered.connect(self._on_hovered)
            plot.redraw_wanted.connect(self.redraw_wanted)
        theme().changed.connect(self._refresh_legend)

    @property
    def plots(self) -> Sequence[CurvePlot]:
        """Gradient norm and update-to-weight ratio."""
        return [self._gradient, self._update]

    @property
    def legend(self) -> LayerLegend:
        return self._legend

    def set_scales(self, scales: Scales) -> None:
        for plot in self.plots:
            plot.set_scales(scales)

    def refresh(self) -> None:
        """Draw what is new."""
        if self._structure != self._log.structure:
            self._structure = self._log.structure
            self._rebuild()
        draw_alike(self.plots)
        self._refresh_legend()

    def _rebuild(self) -> None:
        run = self._log.current
        ids = _layers(run)
        self._titles = _titles(run)
        self._curves = {
            node: (_curve(run, protocol.GRADIENT, node, index), _curve(run, protocol.UPDATE, node, index))
            for index, node in enumerate(ids)
        }
        before = self._log.behind[-1:]
        for which, (plot, prefix) in enumerate(((self._gradient, protocol.GRADIENT), (self._update, protocol.UPDATE))):
            self._shadows[which].set_traces([
                Trace(series, earlier.steps_per_epoch)
                for earlier in before
                for name, series in earlier.series.items()
                if name.startswith(f"{prefix}/") and len(series)
            ])  # fmt: skip
            curves = [pair[which] for pair in self._curves.values()]
            total = self._log.planned_epochs if run is not None else 0
            plot.set_curves([curve for curve in curves if curve is not None], [self._shadows[which]], total)

    @Slot()
    def _refresh_legend(self) -> None:
        lines = []
        for index, (node, curves) in enumerate(self._curves.items()):
            gradient, update = (self._text(curve) for curve in curves)
            color = layer_color(index, dark=theme().dark)
            lines.append(LayerLine(self._titles[node], color, layer_dashed(index), gradient, update))
        self._legend.set_lines(lines)

    def _text(self, curve: Curve | None) -> str:
        if curve is None:
            return value_text(None)
        return value_text(curve.trace.series.last_value if self._hovered is None else curve.trace.at(self._hovered))

    def _readout(self, epoch: float) -> list[Line]:
        """The place only: the legend beside the plots shows the values there."""
        curves = [curve for pair in self._curves.values() for curve in pair if curve is not None]
        if not curves:
            return []
        step = max(0, round(epoch * curves[0].trace.per_epoch))
        place = Line(tr("epoch {epoch:.2f}", epoch=epoch), tr("step {step:,}", step=step))
        if not self._legend_area.isHidden():
            return [place]
        rows = [
            Line(self._titles[node], " · ".join(self._text(curve) for curve in pair), pair[0].color(), pair[0].dashed)
            for node, pair in self._curves.items()
            if pair[0] is not None
        ]
        return [place, *rows]

    @Slot(object)
    def _on_hovered(self, epoch: float | None) -> None:
        self._hovered = epoch
        for plot in self.plots:
            plot.set_crosshair(epoch)
        self._refresh_legend()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() >= _NARROWEST_WITH_LEGEND
        layout = self.layout()
        if isinstance(layout, QGridLayout) and self._legend_area.isHidden() == room:
            self._legend_area.setVisible(room)
            layout.setColumnStretch(2, int(room))
            layout.setColumnMinimumWidth(2, _LEGEND_WIDTH if room else 0)


def _layers(run: RunHistory | None) -> list[str]:
    """Node ids in the order of the network."""
    return [] if run is None else list(run.layers)


def _titles(run: RunHistory | None) -> dict[str, str]:
    """Titles that differ: layers of the same title are told apart by their id."""
    if run is None:
        return {}
    often = Counter(run.layers.values())
    return {node: title if often[title] == 1 else f"{title} ({node})" for node, title in run.layers.items()}


def _curve(run: RunHistory | None, prefix: str, node: str, index: int) -> Curve | None:
    series = run.series.get(f"{prefix}/{node}") if run is not None else None
    if run is None or series is None or not len(series):
        return None
    color: Callable[[], QColor] = partial(_color, index)
    return Curve(node, Trace(series, run.steps_per_epoch), color, dashed=layer_dashed(index))


def _color(index: int) -> QColor:
    return layer_color(index, dark=theme().dark)
