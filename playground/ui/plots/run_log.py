"""The runs that the plots show: the current one, and a few earlier ones behind it."""

from __future__ import annotations

import copy
from collections import deque
from typing import TYPE_CHECKING

import numpy as np

from playground import protocol
from playground.core.language import mark, tr
from playground.telemetry.histograms import HistogramsAt
from playground.telemetry.run_history import Epoch, RunHistory
from playground.ui.plots.run_cards import RunCard
from playground.ui.plots.sample_history import SampleHistory

if TYPE_CHECKING:
    from playground.core.project import Project

MOST_EARLIER = 8
MOST_KEPT = MOST_EARLIER - 2  # so that there is always room for what one tries next


class RunLog:
    """Takes the worker's events; the plots read. Events of any other run than the current one are dropped."""

    def __init__(self) -> None:
        self.current: RunHistory | None = None
        self.earlier: deque[RunHistory] = deque()
        self.pictures: protocol.Predictions | None = None
        self.views: protocol.Views | None = None
        self.metrics: tuple[str, ...] = ()  # those of the current run that are curves, most telling first
        self.planned_epochs = 0
        self.structure = 0  # rises when curves come or go, not when they grow
        self._run: int | None = None
        self._opened: RunHistory | None = None
        self._started = 0
        self.samples = SampleHistory()  # of the current run
        self._at: int | None = None  # the step that is looked back at, with what was shown there
        self._pictures_then: protocol.Predictions | None = None
        self._views_then: protocol.Views | None = None
        self._cards: dict[int, tuple[RunHistory, RunCard]] = {}

    # --- the runs and what is kept of them ---

    def card(self, run: RunHistory) -> RunCard:
        """What the window keeps of a run that is known."""
        if id(run) not in self._cards:
            self._cards[id(run)] = (run, RunCard())
        return self._cards[id(run)][1]

    def of(self, run: int) -> RunHistory | None:
        """The run that the worker knows under that number."""
        known = (self.current, *self.earlier)
        return next((each for each in known if each is not None and self.card(each).run == run), None)

    @property
    def behind(self) -> list[RunHistory]:
        """The earlier runs that are shown, oldest first."""
        return [run for run in self.earlier if self.card(run).visible]

    def set_visible(self, run: RunHistory, visible: bool) -> None:
        """Show its curves or not."""
        self.card(run).visible = visible
        self.structure += 1

    def keep(self, run: RunHistory, kept: bool) -> bool:
        """Have a run stay when others give way; False where as many as possible are kept."""
        full = sum(self.card(each).kept for each in self.earlier if each is not run) >= MOST_KEPT
        self.card(run).kept = kept and not full
        return not (kept and full)

    def rename(self, run: RunHistory, name: str) -> None:
        """An empty name changes nothing."""
        if name.strip():
            run.label, self.card(run).name = name.strip()[:80], ""
        self.structure += 1

    def name(self, run: RunHistory) -> str:
        """What sentences call it; empty for one without a name."""
        return self.card(run).name or run.label

    def remove(self, run: RunHistory) -> None:
        """Forget an earlier run."""
        if run in self.earlier:
            self.earlier.remove(run)
            self._forget_cards()
            self.structure += 1

    def include(self, history: RunHistory, project: Project | None) -> None:
        """Lay a run out of a file behind the current one, as the newest; it is kept where there is room for that."""
        self._put_behind(history)
        self.card(history).project = project
        self.keep(history, kept=True)
        self.structure += 1

    def _put_behind(self, run: RunHistory) -> None:
        taken = {self.card(each).color for each in self.earlier}
        self.earlier.append(run)
        self.card(run).color = min(set(range(MOST_EARLIER + 1)) - taken)
        if len(self.earlier) > MOST_EARLIER:  # a few quick stops must not drive out the runs worth comparing
            free = [each for each in self.earlier if not self.card(each).kept]
            self.earlier.remove(next((each for each in free if each.brief), free[0]))
        taken = {self.card(each).color for each in self.earlier if each is not run}
        if self.card(run).color >= MOST_EARLIER:  # one has become free
            self.card(run).color = min(set(range(MOST_EARLIER)) - taken)
        self._forget_cards()

    def _forget_cards(self) -> None:
        known = [run for run in (self.current, self._opened, *self.earlier) if run is not None]
        self._cards = {id(run): (run, self.card(run)) for run in known}

    # --- what the worker tells ---

    def start(self, event: protocol.RunStarted, project: Project | None = None) -> None:
        """A new run, or one that goes on: after a pause, or from a bundle whose history is shown."""
        left = self.of(event.run)
        if left is not None and left is not self.current:
            self._return_to(left, event.resumed_step)
        elif event.resumed_step > 0 and self._goes_on(event.run):
            assert self.current is not None
            self.current.rewind(event.resumed_step)
            self.samples.rewind(event.resumed_step)
        elif event.parent is not None and event.parent == self._run and self.current is not None:
            self._branch_off(event.resumed_step)
        else:
            self._set_aside()
            self._started += 1
            self.current = RunHistory(label=tr("Run {number}", number=self._started))
        assert self.current is not None
        self.current.steps_per_epoch = max(event.steps_per_epoch, 1)
        self.current.layers = dict(event.layers)
        self.metrics = tuple(event.metrics)
        self._run, self._opened = event.run, None
        self.card(self.current).run = event.run
        if project is not None:
            self.card(self.current).project = project
        self.planned_epochs = event.epochs
        self.structure += 1

    def _return_to(self, run: RunHistory, step: int) -> None:
        """One that lies behind is current again, as it was left; the current one goes behind."""
        self.earlier.remove(run)
        card = self.card(run)
        self._set_aside()
        self.current = run
        self._cards[id(run)] = (run, card)
        run.rewind(step)

    def _branch_off(self, step: int) -> None:
        """A run of its own that shares what the current one was up to ``step``; that one goes behind."""
        assert self.current is not None
        branch, parent, text = (
            copy.deepcopy(self.current),
            self.name(self.current),
            mark("Run {number}, from step {step:,}"),
        )
        branch.rewind(step)
        self._started += 1
        text = mark("Run {number}, from step {step:,} of {parent}") if parent else text
        branch.label = tr(text, number=self._started, step=step, parent=parent)
        samples = self.samples
        samples.rewind(step)
        self._set_aside()
        self.current, self.samples = branch, samples
        self.card(branch).name = tr("Run {number}", number=self._started)

    def add(self, event: protocol.Progress) -> None:
        """New points."""
        if self.current is None or event.run != self._run:
            return
        for name, rows in event.series.items():
            points = np.asarray(rows, dtype=np.float64).reshape(-1, 2)
            self.structure += name not in self.current.series
            self.current.extend(name, points[:, 0], points[:, 1])

    def end_epoch(self, event: protocol.EpochDone) -> None:
        """The epoch's means; those of the validation part are the validation curves' points."""
        if self.current is None or event.run != self._run:
            return
        self.current.add_epoch(Epoch(event.epoch, event.step, dict(event.train), event.validation))
        for metric, value in (event.validation or {}).items():
            name = protocol.validation(metric)
            series = self.current.series.get(name)
            if series is None or (series.last_step or 0) < event.step:
                self.structure += series is None
                self.current.extend(name, [event.step], [value])

    def keep_histograms(self, event: protocol.HistogramsTaken) -> None:
        """How everything was spread after an epoch."""
        if self.current is not None and event.run == self._run:
            arrays = event.low, event.high, event.counts, event.unfinite
            self.current.histograms.add(HistogramsAt(event.epoch, event.step, event.names, *arrays))

    def go_back(self, event: protocol.Diverged) -> None:
        """The weights of an earlier step are back: what others showed since is forgotten."""
        if self.current is None or event.run != self._run:
            return
        self.current.rewind(event.step)
        self.samples.rewind(event.step)
        if self.pictures is not None and self.pictures.step > event.step:
            self.pictures = None
        if self.views is not None and self.views.step > event.step:
            self.views = None
        self.structure += 1

    def finish(self, event: protocol.RunFinished) -> None:
        """What the test part said."""
        if self.current is not None and event.run == self._run:
            self.current.test = event.test

    def look_back(self, at: int | None) -> bool:
        """What was shown at that step is seen, once it comes; None: what is shown now. Whether it is another step."""
        changed, self._at = at != self._at, at
        if at is None:
            self._pictures_then = self._views_then = None
        return changed

    @property
    def caught_up(self) -> bool:
        """Whether what is seen is of the step that is looked at."""
        shown = (self._pictures_then, self._views_then)
        return self._at is None or any(part is not None and part.at == self._at for part in shown)

    @property
    def seen_pictures(self) -> protocol.Predictions | None:
        """Those of the step that is looked at."""
        return self._pictures_then or self.pictures

    @property
    def seen_views(self) -> protocol.Views | None:
        """Those of the step that is looked at."""
        return self._views_then or self.views

    def show(self, event: protocol.Predictions) -> None:
        """The newest test images; only these are kept."""
        if event.at is not None:
            self._pictures_then = event if event.at == self._at else self._pictures_then
            return
        if event.run == self._run or self._run is None:
            self.structure += self.pictures is None
            self.pictures = event
            self.samples.add(event)

    def show_views(self, event: protocol.Views) -> None:
        """What the run's task has to show; a view replaces the one of its name."""
        if event.at is not None:
            self._views_then = event if event.at == self._at else self._views_then
            return
        if event.run != self._run and self._run is not None:
            return
        known = {view.name: view for view in (self.views.views if self.views is not None else ())}
        known.update({view.name: view for view in event.views})
        self.structure += self.views is None
        self.views = protocol.Views(event.run, event.step, tuple(known.values()))
        self.samples.add(self.views)

    @property
    def opened(self) -> bool:
        """Whether what is current came out of a bundle and has not trained here."""
        return self.current is not None and self.current is self._opened

    @property
    def shows_samples(self) -> bool:
        """Whether there is anything of the samples to see."""
        return self.pictures is not None or self.views is not None

    def reset(self) -> None:
        """The run is dropped: its curves go behind."""
        self._set_aside()
        self.structure += 1

    def open(self, history: RunHistory, project: Project | None = None) -> None:
        """Show a bundle's history as the current run."""
        self._set_aside()
        self.current = self._opened = history
        self.card(history).project = project
        self.planned_epochs = len(history.epochs)
        self.structure += 1

    def adopt(self, run: int) -> None:
        """The bundle whose history was opened is ``run`` now, also when a reset came in between."""
        if self._opened is None:
            return
        if self.current is not self._opened:
            if self._opened in self.earlier:
                self.earlier.remove(self._opened)
            self._set_aside()
            self.current = self._opened
            self.structure += 1
        self._run = self.card(self.current).run = run

    def clear_earlier(self) -> None:
        """Forget the earlier runs, but for those that are to be kept."""
        self.earlier = deque(run for run in self.earlier if self.card(run).kept)
        self._forget_cards()
        self.structure += 1

    def _goes_on(self, run: int) -> bool:
        self.adopt(run)
        return self.current is not None and self._run == run

    def _set_aside(self) -> None:
        if self.current is not None and any(len(series) for series in self.current.series.values()):
            self._put_behind(self.current)
        self.current = self._run = self.pictures = self.views = None
        self.samples = SampleHistory()
        self.metrics = ()
