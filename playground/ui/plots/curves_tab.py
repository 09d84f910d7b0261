"""The loss, a metric that one chooses, and what the run has to show side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from playground.core.language import tr
from playground.ui.lookback.travel import TimeTravel
from playground.ui.plots.curve_plot import CurvePlot, Scales, draw_alike
from playground.ui.plots.header import share_detail
from playground.ui.plots.image_grid import ImageGrid
from playground.ui.plots.metric_chooser import MetricChooser
from playground.ui.plots.metric_plot import MetricPlot
from playground.ui.plots.quantities import Quantity, losses, quantities, series_names
from playground.ui.plots.run_log import RunLog
from playground.ui.plots.time_cursor import TimeCursor
from playground.ui.plots.views.live_view import LiveView
from playground.ui.theme import theme

GAP = 16
# Below this width there is no room for images beside two readable plots.
_NARROWEST_WITH_IMAGES = 620


class CurvesTab(QWidget):
    """Training blue, validation orange, earlier runs grey behind them."""

    redraw_wanted = Signal()

    def __init__(self, log: RunLog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log, self._structure = log, -1
        self._wanted = ""  # the metric that a person chose
        self._metrics = (MetricPlot(tr("Loss"), self), MetricPlot(tr("Accuracy"), self, titled=False))
        self.chooser = MetricChooser()
        self.live = LiveView(log)
        share_detail([metric.header for metric in self._metrics])
        self._lay_out()
        theme().changed.connect(self._on_theme)
        for metric in self._metrics:
            metric.plot.hovered.connect(self._on_hovered)
            metric.plot.redraw_wanted.connect(self.redraw_wanted)
        self.chooser.chosen.connect(self._on_chosen)

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setHorizontalSpacing(GAP)
        layout.setVerticalSpacing(0)
        layout.setContentsMargins(0, 0, 0, 8)
        loss, metric = self._metrics
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(0)
        head.addWidget(self.chooser)
        head.addWidget(metric.header, 1)
        layout.addWidget(loss.header, 0, 0)
        layout.addLayout(head, 0, 1)
        layout.addWidget(loss.plot, 1, 0)
        layout.addWidget(metric.plot, 1, 1)
        layout.addWidget(self.live, 0, 2, 2, 1)
        layout.setRowStretch(1, 1)
        for column in range(3):
            layout.setColumnStretch(column, 1)

    @property
    def plots(self) -> Sequence[CurvePlot]:
        """The loss and the metric."""
        return [metric.plot for metric in self._metrics]

    def look_back_with(self, travel: TimeTravel) -> None:
        """Put the cursor of ``travel`` on the plots."""
        self.cursors = [TimeCursor(plot, travel) for plot in self.plots]

    @property
    def images(self) -> ImageGrid:
        return self.live.images

    def set_scales(self, scales: Scales) -> None:
        for metric in self._metrics:
            metric.set_scales(scales)

    def refresh(self) -> None:
        """Draw what is new."""
        if self._structure != self._log.structure:
            self._structure = self._log.structure
            self._rebuild()
        draw_alike(self.plots)
        for metric in self._metrics:
            metric.show_values()
        if not self.live.isHidden():
            self.live.refresh()

    def _rebuild(self) -> None:
        log = self._log
        runs = [run for run in (log.current, *log.behind) if run is not None]
        # while a run is there its own metrics are offered: those of an earlier one may be another task's
        names = list(series_names(runs[:1]))
        offered = quantities(log.metrics, names)
        shown = next(
            (found for found in offered if found.name == self._wanted),
            offered[0] if offered else Quantity("", tr("Metric"), "", ()),
        )
        self._metrics[0].show_quantity(losses(log.metrics, names), log)
        self._metrics[1].show_quantity(shown, log)
        self.chooser.offer(offered, shown)
        self._follow_room()

    @Slot()
    def _on_theme(self) -> None:
        """The colours of the curves are others now."""
        for metric in self._metrics:
            metric.show_values()

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        self._wanted = name
        self._structure = -1
        self.redraw_wanted.emit()

    @Slot(object)
    def _on_hovered(self, epoch: float | None) -> None:
        for plot in self.plots:
            plot.set_crosshair(epoch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow_room()

    def _follow_room(self) -> None:
        """What the run has to show stands beside its curves where there is room."""
        room = self.width() >= _NARROWEST_WITH_IMAGES
        layout = self.layout()
        if isinstance(layout, QGridLayout) and self.live.isHidden() == room:
            self.live.setVisible(room)
            layout.setColumnStretch(2, int(room))
