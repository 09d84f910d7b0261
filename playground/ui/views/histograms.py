"""How the weights, biases, gradients and activations of one layer are spread, epoch by epoch and now."""

from __future__ import annotations

from collections import Counter
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from playground.core.language import mark, tr
from playground.protocol import Histograms, HistogramsSeen, Seen, Unseen
from playground.telemetry.histograms import ACTIVATIONS, GRADIENTS, WEIGHTS, HistogramsAt, of_layer
from playground.telemetry.run_history import RunHistory
from playground.training.tasks import task_of
from playground.ui.plots.pacer import Pacer
from playground.ui.plots.ridge_panel import RidgePanel
from playground.ui.plots.ridge_plot import Style
from playground.ui.plots.ridges import Ridge
from playground.ui.views.bench import Bench
from playground.ui.views.choices import toggle
from playground.ui.views.first_weights import FirstRun
from playground.ui.views.view import View
from playground.ui.widgets.basics import Combo, label, sideways
from playground.ui.widgets.elided import ElidedLabel
from playground.ui.widgets.wrapping_row import WrappingRow

KINDS = (mark("Weights"), mark("Biases"), mark("Gradients"), mark("Activations"))
_LIVE_SECONDS = 0.25
_NONE = mark(
    "This run kept no histograms. Press Run, and this shows how each layer's weights, gradients and outputs change."
)
_STYLES: dict[str, Style] = {mark("Ridges"): "ridges", mark("Colour map"): "map"}


class HistogramsView(View):
    """Follows the layer that is selected on the canvas; the newest of its ridges is that of the weights as they are."""

    EMPTY = mark(
        "Press Run, and this shows how each layer's weights, gradients and outputs are spread, epoch by epoch."
    )

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self._shown: tuple[object, ...] = ()
        self._now: HistogramsAt | None = None  # of the layer that is shown
        self._first = FirstRun()
        self._waits = False  # for the first look at the layer that is shown
        self._looks_back = False  # at the run as it was: of what came later nothing is told
        self._pacer = Pacer(self.refresh, self)
        self._live = self.port(interval=_LIVE_SECONDS)
        self._live.arrived.connect(self._on_live)
        self.runs, self.layers, self.style_choice = Combo(), Combo(), Combo()
        self.logarithmic = toggle(tr("Log counts"))
        self.told = ElidedLabel("caption")
        self.panels = {kind: RidgePanel(tr(kind)) for kind in KINDS}
        self._lay_out()
        bench.session.selection_changed.connect(self._on_selected)
        for signal in (bench.controller.histograms_taken, bench.controller.run_started, bench.controller.bundle_opened,
                       bench.controller.diverged):  # fmt: skip
            signal.connect(self._pacer.request)  # epochs may be over in no time
        self.runs.activated.connect(self.refresh)
        self.layers.activated.connect(self.refresh)
        self.style_choice.currentIndexChanged.connect(self._on_style)
        self.logarithmic.toggled.connect(self._on_style)

    def _lay_out(self) -> None:
        for combo, name, tip in (
            (self.runs, tr("Run"), tr("Whose histograms are shown")),
            (self.layers, tr("Layer"), tr("The layer whose numbers are counted; select one on the canvas")),
            (self.style_choice, tr("Style"), tr("Ridges one before the other, or a row of colours for each epoch")),
        ):
            combo.setAccessibleName(name)
            combo.setToolTip(tip)
        for text, style in _STYLES.items():
            self.style_choice.addItem(tr(text), style)
        self.style_choice.setMinimumContentsLength(11)
        self.logarithmic.setToolTip(
            tr("Few stand out as well as many; each ridge is as high as its own peak either way")
        )
        row = WrappingRow()
        row.addWidget(label(tr("Layer"), "caption"))
        for combo, stretch in ((self.layers, 3), (self.runs, 2), (self.style_choice, 1)):
            combo.setMaximumWidth(260)
            row.addWidget(combo, stretch)
        row.addWidget(self.logarithmic)
        row.addWidget(self.told, 3)
        row.addWidget(self.mark)
        beside = QWidget()
        plots = QHBoxLayout(beside)
        plots.setContentsMargins(0, 0, 0, 0)
        plots.setSpacing(12)
        for panel in self.panels.values():
            plots.addWidget(panel, 1)
            panel.choice.activated.connect(self._show)
            panel.plot.pointed.connect(self.told.show_text)
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(4)
        layout.addWidget(row)
        layout.addWidget(sideways(beside), 1)

    # --- what is chosen ---

    @property
    def layer(self) -> str:
        """The path of the layer that is shown; with its network's name before it where several train."""
        return str(self.layers.currentData() or "")

    @property
    def run(self) -> RunHistory | None:
        """The run that is shown."""
        found = self.runs.currentData()
        return found if isinstance(found, RunHistory) else None

    def turn_to(self, target: Any) -> None:
        """``target`` is the path of a layer."""
        at = self.layers.findData(target)
        if at >= 0:
            self.layers.setCurrentIndex(at)
            self.refresh()

    @Slot(object)
    def _on_selected(self, _nodes: object) -> None:
        if self.seen:
            self._turn_to_selected()
            self.refresh()

    def _turn_to_selected(self) -> None:
        session, steps = self.bench.session, self.bench.canvas.view.trail.steps
        if len(session.selection) != 1:
            return
        network = steps[0].network if steps else session.network
        path = ".".join([*(step.node for step in steps), *session.selection])
        for known in (f"{network}.{path}", path):
            at = self.layers.findData(known)
            if at >= 0:
                self.layers.setCurrentIndex(at)
                return

    # --- what there is ---

    def refresh(self, *_: object) -> None:
        """What is known may be of another run or another network."""
        if not self.seen:
            return
        self._offer_runs()
        run = self.run
        if run is None:
            self._live.close()
            self.say(self.bench.drafts.words(tr(self.EMPTY)) if self.untrained else tr(_NONE))
            return
        self._offer_layers(run)
        self._live.open(self._lens(run))
        if self._shown != (run, self.layer):
            self._shown, self._now, self._waits = (run, self.layer), None, self._live.lens is not None
        self._show()

    def forget(self) -> None:
        """What was live is of weights that are gone."""
        self._now = None

    def _current(self) -> RunHistory | None:
        """The run that can be looked into; before there is one, what it would begin with."""
        log, project = self.bench.plots.runs, self.looked_into
        if project is None or (log.current is not None and not self.untrained):
            return log.current
        self._first.show(project, self.bench.session.check)
        return self._first.run

    def _offer_runs(self) -> None:
        log, current = self.bench.plots.runs, self._current()
        known = [run for run in (current, log.current, *reversed(log.earlier)) if run is not None]
        there = [run for run in dict.fromkeys(known) if len(run.histograms) or run is current]
        before = self.run
        if [self.runs.itemData(at) for at in range(self.runs.count())] != there:
            was_current = self.runs.currentIndex() == 0
            self.runs.clear()
            for run in there:
                self.runs.addItem(run.label or tr("This run"), run)
            if before in there and not was_current:
                self.runs.setCurrentIndex(there.index(before))
        self.runs.setVisible(len(there) > 1)

    def _offer_layers(self, run: RunHistory) -> None:
        names = run.histograms.names
        paths = [name.partition("/")[2] for name in names if name.startswith(f"{ACTIVATIONS}/")]
        owners = [path for path in run.layers if of_layer(names, path)]
        if run is self._first.run:
            paths, owners = list(self._first.paths), list(run.layers)
        paths = list(dict.fromkeys(paths)) or owners or list(run.layers)
        if [self.layers.itemData(at) for at in range(self.layers.count())] == paths:
            return
        first, before = not self.layers.count(), self.layer
        self.layers.clear()
        titles = self._titles(run, paths)
        for path in paths:
            self.layers.addItem(titles[path], path)
        known = before if before in paths else next((path for path in owners if path in paths), "")
        self.layers.setCurrentIndex(max(0, self.layers.findData(known)))
        if first:
            self._turn_to_selected()

    def _titles(self, run: RunHistory, paths: list[str]) -> dict[str, str]:
        """What people call the layers: as in the run, else as on the canvas; those of one title with their path."""
        networks = self.bench.session.project.networks
        nodes = {node.id: node.title for graph in networks.values() for node in graph.nodes}
        front = {f"{name}.": f"{name}: " for name in networks}
        titles: dict[str, str] = {}
        for path in paths:
            before = next((text for text in front if path.startswith(text)), "")
            known = nodes.get(path.removeprefix(before))
            titles[path] = run.layers.get(path) or (front.get(before, "") + known if known else path)
        often = Counter(titles.values())
        return {path: title if often[title] == 1 else f"{title} ({path})" for path, title in titles.items()}

    def _lens(self, run: RunHistory) -> Histograms | None:
        """Only the current run's weights can be looked at."""
        project = self.looked_into
        if project is None or run is not self._current() or not self.layer:
            return None
        names = task_of(project).trains(project)
        if len(names) == 1:
            return Histograms(names[0], self.layer)
        network, _, path = self.layer.partition(".")
        return Histograms(network, path) if network in names else None

    # --- what is seen ---

    @Slot(object)
    def _on_live(self, event: Seen | Unseen) -> None:
        """What cannot be seen now was seen at the ends of epochs, where there were any."""
        self._waits = False
        if isinstance(event, Unseen):
            self._show()
            if self.run is self._first.run:
                self.say(event.message)
        elif isinstance(event, Seen) and isinstance(event.sight, HistogramsSeen):
            self._now, self._looks_back = event.sight.moment, event.at is not None
            self._show()

    @Slot()
    def _show(self, *_: object) -> None:
        run = self.run
        if run is None:
            return
        known = list(run.histograms.names) + list(self._now.names if self._now is not None else ())
        names = of_layer(dict.fromkeys(known), self.layer)
        if self._waits and not names and (not self.said or run is self._first.run):
            return  # what is shown stays for the moment until the next comes
        for kind, panel in self.panels.items():
            own = [name for name in names if _kind(name) == kind]
            panel.setVisible(bool(own))
            if own:
                panel.offer(own, self.layer)
                panel.plot.set_ridges(self._ridges(run, panel.name))
        if names:
            self.show_content()
        else:
            self.say(tr(_NONE))

    def _ridges(self, run: RunHistory, name: str) -> list[Ridge]:
        found = [Ridge(moment.epoch, moment.step, each) for moment, each in run.histograms.ridges(name)]
        if self._looks_back and self._now is not None:
            found = [ridge for ridge in found if ridge.step <= self._now.step]
        now = self._now.get(name) if self._now is not None else None
        if now is not None and self._now is not None and (not found or self._now.step >= found[-1].step):
            if found and self._now.step == found[-1].step:
                found.pop()  # the best weights may have come back after that epoch
            found.append(Ridge(self._now.step / run.steps_per_epoch, self._now.step, now, live=True))
        return found

    @Slot()
    def _on_style(self, *_: object) -> None:
        style: Style = self.style_choice.currentData()
        for panel in self.panels.values():
            panel.plot.set_style(style, logarithmic=self.logarithmic.isChecked())

    @property
    def picture_name(self) -> str:
        return f"histograms-{self.layer}"


def _kind(name: str) -> str:
    what, _, path = name.partition("/")
    if what == WEIGHTS:
        words = [word for word in path.split(".") if not word.isdigit()]
        return "Biases" if "bias" in words[-1] else "Weights"
    return {GRADIENTS: "Gradients", ACTIVATIONS: "Activations"}.get(what, "")
