"""The runs that the plots show: the current one, and a few earlier ones behind it."""

from __future__ import annotations

from collections import deque

import numpy as np

from playground import protocol
from playground.telemetry.run_history import Epoch, RunHistory

MOST_EARLIER = 8


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

    def start(self, event: protocol.RunStarted) -> None:
        """A new run, or one that goes on: after a pause, or from a bundle whose history is shown."""
        if event.resumed_step > 0 and self._goes_on(event.run):
            assert self.current is not None
            self.current.rewind(event.resumed_step)
        else:
            self._set_aside()
            self._started += 1
            self.current = RunHistory(label=f"Run {self._started}")
        self.current.steps_per_epoch = max(event.steps_per_epoch, 1)
        self.current.layers = dict(event.layers)
        self.metrics = tuple(event.metrics)
        self._run, self._opened = event.run, None
        self.planned_epochs = event.epochs
        self.structure += 1

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

    def go_back(self, event: protocol.Diverged) -> None:
        """The weights of an earlier step are back: what others showed since is forgotten."""
        if self.current is None or event.run != self._run:
            return
        self.current.rewind(event.step)
        if self.pictures is not None and self.pictures.step > event.step:
            self.pictures = None
        if self.views is not None and self.views.step > event.step:
            self.views = None
        self.structure += 1

    def finish(self, event: protocol.RunFinished) -> None:
        """What the test part said."""
        if self.current is not None and event.run == self._run:
            self.current.test = event.test

    def show(self, event: protocol.Predictions) -> None:
        """The newest test images; only these are kept."""
        if event.run == self._run or self._run is None:
            self.structure += self.pictures is None
            self.pictures = event

    def show_views(self, event: protocol.Views) -> None:
        """What the run's task has to show; a view replaces the one of its name."""
        if event.run != self._run and self._run is not None:
            return
        known = {view.name: view for view in (self.views.views if self.views is not None else ())}
        known.update({view.name: view for view in event.views})
        self.structure += self.views is None
        self.views = protocol.Views(event.run, event.step, tuple(known.values()))

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

    def open(self, history: RunHistory) -> None:
        """Show a bundle's history as the current run."""
        self._set_aside()
        self.current = self._opened = history
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
        self._run = run

    def clear_earlier(self) -> None:
        """Forget the grey curves."""
        self.earlier.clear()
        self.structure += 1

    def _goes_on(self, run: int) -> bool:
        self.adopt(run)
        return self.current is not None and self._run == run

    def _set_aside(self) -> None:
        if self.current is not None and any(len(series) for series in self.current.series.values()):
            self.earlier.append(self.current)
            if len(self.earlier) > MOST_EARLIER:  # a few quick stops must not drive out the runs worth comparing
                self.earlier.remove(next((run for run in self.earlier if run.brief), self.earlier[0]))
        self.current = self._run = self.pictures = self.views = None
        self.metrics = ()
