"""At which step of the run the whole window looks, and at which it can."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from playground.core.language import mark, tr
from playground.core.project import Project
from playground.protocol import RunStarted, Snapshots
from playground.training.branching import what_differs
from playground.ui.project_session import ProjectSession
from playground.ui.watching import Watcher

_PACE = 30  # milliseconds between two steps that are asked for while the cursor is dragged
# Where a step lies in its epoch: in words without, and with, how many steps there are to be.
_TOLD = {
    "before": (mark("step {step:,} (before training)"), mark("step {step:,} of {planned:,} (before training)")),
    "within": (mark("step {step:,} (epoch {epoch})"), mark("step {step:,} of {planned:,} (epoch {epoch})")),
    "end": (mark("step {step:,} (end of epoch {epoch})"), mark("step {step:,} of {planned:,} (end of epoch {epoch})")),
}


class TimeTravel(QObject):
    """``at`` is None while one looks at the network as it is now. One for a window.

    ``changed``: there are other steps, or another one is looked at.
    """

    changed = Signal()

    def __init__(
        self, session: ProjectSession, controller: Any, watcher: Watcher, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._controller, self._watcher = session, controller, watcher
        self._known, self._of = (), None
        self.at: int | None = None
        self.views_seen: Callable[[], bool] = lambda: False  # whether anybody sees what the task shows
        self.per_epoch = self.planned = 0  # steps in an epoch, and in the whole run
        self._soon = QTimer(self, singleShot=True, interval=_PACE)
        self._soon.timeout.connect(self.ask)
        controller.snapshots.connect(self._on_snapshots)
        controller.run_started.connect(self._on_started)
        session.changed.connect(self._on_edited)
        for signal in (controller.state_changed, controller.run_reset, controller.worker_died):
            signal.connect(self._on_run)

    _known: tuple[int, ...]
    _of: int | None  # the run that they are of

    @Slot(object, object)
    def _on_edited(self, *_: object) -> None:
        """With other settings one may branch otherwise."""
        if self.at is not None:
            self.changed.emit()

    # --- where one is ---

    @property
    def steps(self) -> tuple[int, ...]:
        """Those of the current run that can be looked at, rising."""
        return self._known if self._of is not None and self._of == self._controller.run_id else ()

    @property
    def words(self) -> str:
        """Where one looks, for people."""
        at = self.steps[-1] if self.at is None and self.steps else self.at or 0
        return told(at, self.per_epoch, self.planned)

    @property
    def looks_at_a_run(self) -> bool:
        """Whether there is one, and so weights of now."""
        return self._controller.run_id is not None

    # --- going there ---

    def look_at(self, step: float) -> None:
        """At the last snapshot at or before ``step``, else at the first; beyond the newest one: at what is now."""
        steps = self.steps
        if not steps:
            return
        if step > steps[-1]:
            self.now()
        else:
            self._go(steps[max(0, bisect_right(steps, step) - 1)])

    def look_near(self, step: float) -> None:
        """At the snapshot that is nearest to ``step``, where a hand is not exact; beyond the newest one: at now."""
        steps = self.steps
        if steps and step <= steps[-1]:
            self._go(min(steps, key=lambda known: abs(known - step)))
        else:
            self.now()

    @Slot()
    def now(self) -> None:
        """At the network as it is."""
        self._go(None)

    @Slot()
    def back(self) -> None:
        """One snapshot earlier."""
        steps = self.steps
        earlier = [step for step in steps if self.at is None or step < self.at]
        if earlier:
            self._go(earlier[-1])

    @Slot()
    def forth(self) -> None:
        """One snapshot later; after the newest one comes now."""
        if self.at is not None:
            at = self.at
            self._go(next((step for step in self.steps if step > at), None))

    @Slot()
    def first(self) -> None:
        if self.steps:
            self._go(self.steps[0])

    def _go(self, step: int | None) -> None:
        if step == self.at:
            return
        self.at = step
        if step is None:
            self._soon.stop()
            self.ask()
        elif not self._soon.isActive():
            self._soon.start()
        self.changed.emit()

    @Slot()
    def ask(self) -> None:
        """Have the worker show what is seen now at the step that is looked at."""
        self._watcher.look_at(self.at, views=self.views_seen())

    # --- branching off ---

    @property
    def can_branch(self) -> bool:
        """Whether there is a step that is looked back at, and the run can be left."""
        return self.at is not None and self._controller.state not in ("preparing", "stopping")

    @property
    def can_branch_as_now(self) -> bool:
        """Whether the open project's training settings are others than the run's, and fit its network."""
        trained: Project | None = self._controller.run_project
        now = self._session.project
        return trained is not None and now.training != trained.training and not what_differs(trained, now)

    def branch(self, *, as_now: bool = False) -> None:
        """Train on from the step that is looked at, as a run of its own."""
        if self.can_branch and self.at is not None:
            self._controller.branch(self.at, as_now=as_now)

    # --- what the run tells ---

    @Slot(object)
    def _on_snapshots(self, event: Snapshots) -> None:
        self._known, self._of = event.steps, event.run
        if self.at is not None and self.at not in event.steps:
            self._go(max((step for step in event.steps if step < self.at), default=None))
        self.changed.emit()

    @Slot(object)
    def _on_started(self, event: RunStarted) -> None:
        self.per_epoch, self.planned = event.steps_per_epoch, event.epochs * event.steps_per_epoch
        if event.run != self._of:
            self._of = None
        self._on_run()

    @Slot()
    def _on_run(self, *_: object) -> None:
        """Another run, or none."""
        if not self.steps:
            self._go(None)
        self.changed.emit()


def told(step: int, per_epoch: int, planned: int) -> str:
    """A step for people, with the epoch in which it lies; ``planned`` is how many there are to be, if that is known."""
    whole, rest = divmod(step, per_epoch) if per_epoch else (0, 0)
    where, epoch = ("before", 0) if not step or not per_epoch else ("within", whole + 1) if rest else ("end", whole)
    alone, of_all = _TOLD[where]
    return tr(of_all if planned >= max(step, 1) else alone, step=step, planned=planned, epoch=epoch)
