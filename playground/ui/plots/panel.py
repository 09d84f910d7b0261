"""The panel under the canvas: Curves, Gradients, Samples, and tabs that others add.

It is light until there is something to show: pyqtgraph and numpy are imported by ``prepare``.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from playground.core.files import FileError
from playground.core.language import mark, tr
from playground.ui.dialogs.files import ask_save
from playground.ui.plots.controls import PlotControls
from playground.ui.plots.export import save_csv, save_png
from playground.ui.plots.pacer import Pacer
from playground.ui.toasts import tell_saved
from playground.ui.widgets.empty_state import EmptyState
from playground.ui.widgets.tabbed_pages import TabbedPages

if TYPE_CHECKING:
    from playground.core.project import Project
    from playground.telemetry.run_history import RunHistory
    from playground.ui.lookback.travel import TimeTravel
    from playground.ui.plots.curves_tab import CurvesTab
    from playground.ui.plots.gradients_tab import GradientsTab
    from playground.ui.plots.run_log import RunLog
    from playground.ui.plots.samples_tab import SamplesTab

CURVES, GRADIENTS, SAMPLES = range(3)
_EMPTY = {
    mark("Curves"): mark("Press Run to see the loss and what else is measured."),
    mark("Gradients"): mark("Press Run to see each layer's gradients and updates."),
    mark("Samples"): mark("Press Run to see what the network makes of test images."),
}
_NOTHING_YET = mark("This run has shown nothing of its samples yet.")
_OPENED = mark(
    "The samples of this bundle show here once its data are read: press Resume or Step if they must be fetched."
)


class PlotsPanel(QWidget):
    """Shows what ``controller`` reports. ``ask`` and ``tell`` are the dialogs for exports."""

    runs_changed = Signal()  # runs came, went, or grew by an epoch
    run_wanted = Signal()  # there is nothing to see, and somebody wants there to be
    runs_wanted = Signal()  # somebody wants to compare them

    def __init__(
        self,
        controller: QObject,
        parent: QWidget | None = None,
        *,
        ask: Callable[[QWidget, str, str, str, str], Path | None] = ask_save,
        tell: Callable[[QWidget, str], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._ask, self._tell = ask, tell
        self._controller = controller
        self._log: RunLog | None = None
        self._travel: TimeTravel | None = None
        self._contents: list[CurvesTab | GradientsTab | SamplesTab] = []
        self._plots: dict[int, CurvesTab | GradientsTab] = {}
        self._log_axes = {CURVES: (False, False), GRADIENTS: (False, True)}  # tab: (log x, log y)
        self._pacer = Pacer(self._refresh, self)
        self._promise = tr(_EMPTY["Samples"])
        self._empty: dict[str, EmptyState] = {}  # what each tab says without a run
        self.tabbed, self._controls = TabbedPages(self), PlotControls()
        self.strip, self._pages = self.tabbed.strip, self.tabbed.pages
        self._tabs = self.strip.bar
        self._lay_out()
        self._connect(controller)

    # --- what others use ---

    def prepare(self) -> None:
        """Build the plots now. Takes a third of a second the first time: best while the window is idle."""
        if self._contents:
            return
        from playground.ui.plots.curves_tab import CurvesTab
        from playground.ui.plots.gradients_tab import GradientsTab
        from playground.ui.plots.samples_tab import SamplesTab

        log = self._the_log()
        self._plots = {CURVES: CurvesTab(log), GRADIENTS: GradientsTab(log)}
        self._contents = [*self._plots.values(), SamplesTab(log)]
        for index, content in enumerate(self._contents):
            page = self._pages.widget(index)
            assert isinstance(page, QStackedWidget)
            page.addWidget(content)
            content.redraw_wanted.connect(self._pacer.request)
        self._apply_scales()
        self._show_contents()
        self._put_cursors()

    def look_back_with(self, travel: TimeTravel) -> None:
        """Curves have the cursor of ``travel`` from when they are there."""
        self._travel = travel
        travel.views_seen = self._shows_views
        travel.changed.connect(self._on_travel)
        self._put_cursors()

    def _shows_views(self) -> bool:
        """Whether what the task shows is in sight."""
        return self.isVisible() and self._tabs.currentIndex() in (CURVES, SAMPLES)

    @Slot()
    def _on_travel(self) -> None:
        if self._log is not None and self._travel is not None:
            self._log.look_back(self._travel.at)
            self._new()

    def _put_cursors(self) -> None:
        if self._travel is not None and self._contents:
            for place in (CURVES, SAMPLES):
                self._contents[place].look_back_with(self._travel)  # type: ignore[union-attr]

    def add_tab(self, widget: QWidget, title: str, *, closable: bool = False) -> None:
        """A tab of the shell's after the three of this panel."""
        self.tabbed.add(widget, title, closable=closable)

    def show_tab(self, widget: QWidget) -> None:
        """Bring a tab that was added to the front."""
        self.tabbed.show(widget)

    def promise_samples(self, text: str) -> None:
        """What the Samples tab says while there is nothing to see."""
        self._promise = text
        self._show_promise()

    def show_history(self, history: RunHistory, project: Project | None = None) -> None:
        """Show the curves out of a bundle, which trained ``project``, as the current run."""
        self._the_log().open(history, project)
        self.prepare()
        self._changed()

    @property
    def runs(self) -> RunLog:
        """The runs that are known: the current one, and those behind it."""
        return self._the_log()

    def show_runs(self) -> None:
        """Something about the runs in ``runs`` is another: which are there, shown, kept, or their names."""
        self.prepare()
        self._changed()

    def current_run_csv(self) -> str:
        """The current run's values as CSV, empty without a run."""
        run = self._log.current if self._log is not None else None
        return run.to_csv() if run is not None else ""

    def clear_earlier_runs(self) -> None:
        """Forget the curves of other runs, but for those that are to be kept."""
        if self._log is not None:
            self._log.clear_earlier()
            self._changed()

    # --- building ---

    def _lay_out(self) -> None:
        for title, hint in _EMPTY.items():
            self.strip.add_tab(tr(title))
            page, empty = QStackedWidget(), EmptyState("curves", tr(hint), tr("Run"))
            self._empty[title] = empty
            empty.acted.connect(self.run_wanted)
            page.addWidget(empty)
            self._pages.addWidget(page)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.strip)
        row.addWidget(self._controls, 1)  # what the tabs leave
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 0, 12, 4)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self._pages, 1)
        self.setMinimumHeight(140)
        self._offer()

    def _connect(self, controller: Any) -> None:
        controller.state_changed.connect(self._on_state)
        controller.run_started.connect(self._on_started)
        controller.progressed.connect(self._on_progressed)
        controller.epoch_done.connect(self._on_epoch_done)
        controller.histograms_taken.connect(self._on_histograms)
        controller.predictions.connect(self._on_predictions)
        controller.views.connect(self._on_views)
        controller.diverged.connect(self._on_diverged)
        controller.run_finished.connect(self._on_finished)
        controller.run_reset.connect(self._on_reset)
        controller.bundle_opened.connect(self._on_bundle_opened)
        self.tabbed.came_to_front.connect(self._on_tab)
        chosen = self._controls
        chosen.smoothing_changed.connect(self._on_scales_chosen)
        chosen.log_x_toggled.connect(self._on_log_x)
        chosen.log_y_toggled.connect(self._on_log_y)
        chosen.follow_wanted.connect(self._on_follow)
        chosen.clear_wanted.connect(self.clear_earlier_runs)
        chosen.runs_wanted.connect(self.runs_wanted)
        chosen.png_wanted.connect(self._on_png)
        chosen.csv_wanted.connect(self._on_csv)

    def _the_log(self) -> RunLog:
        if self._log is None:
            from playground.ui.plots.run_log import RunLog

            self._log = RunLog()
        return self._log

    # --- drawing ---

    def _changed(self) -> None:
        """Curves came or went."""
        self.runs_changed.emit()
        self._show_contents()
        self._new()

    def _new(self) -> None:
        """There is something to draw, if anyone looks."""
        if self.isVisible() and self._contents:
            self._pacer.request()

    def _refresh(self) -> None:
        """Only the tab in front is drawn; the others catch up when they come to the front."""
        index = self._tabs.currentIndex()
        if index < len(self._contents) and self.isVisible():
            self._contents[index].refresh()

    def _show_contents(self) -> None:
        """Plots where there is a run, words elsewhere."""
        log = self._log
        runs = log is not None and (log.current is not None or bool(log.earlier))
        shown = log is not None and log.shows_samples
        for index, there in ((CURVES, runs), (GRADIENTS, runs), (SAMPLES, shown)):
            page = self._pages.widget(index)
            if isinstance(page, QStackedWidget):
                page.setCurrentIndex(int(there and bool(self._contents)))
        self._show_promise()
        self._offer()

    def _show_promise(self) -> None:
        """A run that has begun asks for patience, not for Run."""
        log = self._log
        running, opened = log is not None and log.current is not None, log is not None and log.opened
        words = tr(_OPENED) if opened else tr(_NOTHING_YET) if running else self._promise
        self._empty["Samples"].show_words(words, "" if opened or running else tr("Run"))

    def _offer(self) -> None:
        log, index = self._log, self._tabs.currentIndex()
        if index in self._log_axes:
            log_x, log_y = self._log_axes[index]
            self._controls.show_scales(log_x=log_x, log_y=log_y)
        run, earlier = log is not None and log.current is not None, log is not None and bool(log.earlier)
        samples = index == SAMPLES and log is not None and log.shows_samples
        self._controls.enable(plots=index in self._log_axes, samples=samples, run=run, earlier=earlier)

    def _apply_scales(self) -> None:
        if not self._plots:
            return
        from playground.ui.plots.curve_plot import Scales

        for index, tab in self._plots.items():
            log_x, log_y = self._log_axes[index]
            tab.set_scales(Scales(log_x, log_y, self._controls.smoothing))

    # --- what the run reports ---

    @Slot(str)
    def _on_state(self, state: str) -> None:
        if state == "preparing":  # the worker is busy too; the first point must not wait for imports
            self.prepare()

    @Slot(object)
    def _on_started(self, event: Any) -> None:
        self._the_log().start(event, getattr(self._controller, "run_project", None))
        self.prepare()
        self._changed()

    @Slot(object)
    def _on_progressed(self, event: Any) -> None:
        self._the_log().add(event)
        self._new()

    @Slot(object)
    def _on_epoch_done(self, event: Any) -> None:
        self._the_log().end_epoch(event)
        self.runs_changed.emit()
        self._new()

    @Slot(object)
    def _on_histograms(self, event: Any) -> None:
        self._the_log().keep_histograms(event)

    @Slot(object)
    def _on_predictions(self, event: Any) -> None:
        log = self._the_log()
        first = log.pictures is None
        log.show(event)
        if first:
            self.prepare()
            self._show_contents()
        self._new()

    @Slot(object)
    def _on_views(self, event: Any) -> None:
        log = self._the_log()
        first = log.views is None
        log.show_views(event)
        if first:
            self.prepare()
            self._show_contents()
        self._new()

    @Slot(object)
    def _on_diverged(self, event: Any) -> None:
        if self._log is not None:
            self._log.go_back(event)
            self._changed()

    @Slot(object)
    def _on_finished(self, event: Any) -> None:
        self._the_log().finish(event)
        self.runs_changed.emit()
        self._new()

    @Slot()
    def _on_reset(self) -> None:
        if self._log is not None:
            self._log.reset()
            self._changed()

    @Slot(object)
    def _on_bundle_opened(self, event: Any) -> None:
        if self._log is not None:
            self._log.adopt(event.run)
            self._changed()

    # --- what a person chooses ---

    @Slot(int)
    def _on_tab(self, _index: int) -> None:
        self._offer()
        self._new()
        if self._travel is not None and self._travel.at is not None:
            self._travel.ask()

    @Slot()
    def _on_scales_chosen(self) -> None:
        self._apply_scales()
        self._new()

    @Slot(bool)
    def _on_log_x(self, on: bool) -> None:
        index = self._tabs.currentIndex()
        self._log_axes[index] = (on, self._log_axes[index][1])
        self._on_scales_chosen()

    @Slot(bool)
    def _on_log_y(self, on: bool) -> None:
        index = self._tabs.currentIndex()
        self._log_axes[index] = (self._log_axes[index][0], on)
        self._on_scales_chosen()

    @Slot()
    def _on_follow(self) -> None:
        tab = self._plots.get(self._tabs.currentIndex())
        if tab is not None:
            for plot in tab.plots:
                plot.follow()

    @Slot()
    def _on_png(self) -> None:
        index = self._tabs.currentIndex()
        if index >= len(self._contents):
            return
        content = self._contents[index]
        name = self._tabs.tabText(index).lower()
        path = self._ask(self, tr("Export picture"), name, ".png", tr("PNG pictures (*.png)"))
        if path is not None:
            self._write(lambda: save_png(content, path), path)

    @Slot()
    def _on_csv(self) -> None:
        path = self._ask(self, tr("Export values"), "run", ".csv", tr("Comma-separated values (*.csv)"))
        if path is not None:
            self._write(lambda: save_csv(self.current_run_csv(), path), path)

    def _write(self, write: Callable[[], None], path: Path) -> None:
        try:
            write()
        except FileError as error:
            if self._tell is not None:
                self._tell(self, str(error))
        else:
            tell_saved(self, path)

    # --- events ---

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._new()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pacer.stop()
