"""What the Evaluate tab asks the worker: a report on a part of the data, and the samples behind its numbers."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from playground.core.language import tr
from playground.protocol import (
    CancelLooking,
    Evaluate,
    Evaluated,
    Looking,
    Part,
    RequestFailed,
    SamplesShown,
    ShowSamples,
)


class Evaluation(QObject):
    """One report at a time; of samples that were asked for the last are shown."""

    reported = Signal(object)  # Evaluated
    shown = Signal(object)  # Shown: the samples that were asked for last
    failed = Signal(object)  # RequestFailed
    changed = Signal()  # whether there are weights, whether a report is under way, how old the last one is

    def __init__(self, controller: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._asked: tuple[int, int | None] | None = None  # the request and the run of a report under way
        self._cancelled = False
        self.progress: tuple[int, int] | None = None  # samples that the report under way has looked at, of how many
        self._wanted = 0  # the request for samples
        self._last: Evaluated | None = None
        self.step = 0  # batches that the weights of now have seen
        controller.answered.connect(self._on_answered)
        controller.run_started.connect(self._on_started)
        controller.progressed.connect(self._on_step)
        controller.run_finished.connect(self._on_step)
        controller.bundle_opened.connect(self._on_step)
        for signal in (controller.state_changed, controller.run_reset):
            signal.connect(self._follow)

    @property
    def ready(self) -> bool:
        """Whether there are trained weights to look at."""
        return bool(self._controller.has_weights)

    @property
    def busy(self) -> bool:
        return self._asked is not None

    @property
    def last(self) -> Evaluated | None:
        """The last report."""
        return self._last

    @property
    def of_now(self) -> bool:
        """Whether the last report is of the run at hand, whatever it has learned since."""
        return self._last is not None and self.ready and self._last.run == self._controller.run_id

    @property
    def stale(self) -> str:
        """Why the last report is not of the weights of now; empty while it is."""
        last = self._last
        if last is None:
            return ""
        if not self.ready:
            return tr("of weights that are gone")
        if not self.of_now:
            return tr("of another run: Evaluate again")
        if last.step != self.step:
            return tr("after step {step:,}; now {now:,}: Evaluate again", step=last.step, now=self.step)
        return ""

    def evaluate(self, part: Part) -> None:
        """Look at all samples of ``part`` with the weights of now."""
        if self.busy or not self.ready:
            return
        run = self._controller.run_id
        self.progress, self._cancelled = None, False
        self._asked = (self._controller.ask(lambda request: Evaluate(request, run, part, self._folder)), run)
        self.changed.emit()

    def cancel(self) -> None:
        """Leave the report under way undone; the last one stays."""
        if self._asked is not None:
            self._cancelled = True
            self._controller.tell(CancelLooking(self._asked[0]))

    def show_samples(self, numbers: tuple[int, ...]) -> None:
        """Have samples of the last report's part shown."""
        last = self._last
        if last is None:
            return
        if not self.of_now:
            self.failed.emit(RequestFailed(0, tr("The weights of this report are gone."), tr("Evaluate again.")))
            return
        part: Part = last.report.part  # type: ignore[assignment]  # a report tells it as text
        self._wanted = self._controller.ask(
            lambda request: ShowSamples(request, last.run, part, numbers, self._folder, last.request)
        )  # fmt: skip

    def forget(self) -> None:
        """Another project is open."""
        self._last, self._asked, self._wanted = None, None, 0
        self.changed.emit()

    @property
    def _folder(self) -> str | None:
        folder = self._controller.data_dir
        return None if folder is None else str(folder)

    @Slot(object)
    def _on_answered(self, answer: object) -> None:
        request = getattr(answer, "request", None)
        if self._asked is not None and request == self._asked[0]:
            if isinstance(answer, Looking):
                self.progress = (answer.done, answer.samples)
                self.changed.emit()
                return
            self._asked = None
            if isinstance(answer, Evaluated):
                self._last = answer
                self.step = max(self.step, answer.step)
                self.reported.emit(answer)
            elif isinstance(answer, RequestFailed) and not self._cancelled:
                self.failed.emit(answer)
            self.changed.emit()
        elif request == self._wanted:
            if isinstance(answer, SamplesShown):
                self.shown.emit(answer.samples)
            elif isinstance(answer, RequestFailed):
                self.failed.emit(answer)

    @Slot(object)
    def _on_started(self, event: Any) -> None:
        self.step = event.resumed_step
        self._follow()

    @Slot(object)
    def _on_step(self, event: Any) -> None:
        if event.step != self.step:
            self.step = event.step
            self.changed.emit()

    @Slot()
    def _follow(self) -> None:
        """A report on a run that is gone never comes."""
        if self._asked is not None and self._asked[1] != self._controller.run_id:
            self._asked = None
        self.changed.emit()
