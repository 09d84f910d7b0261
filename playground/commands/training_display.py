"""What ``playground train`` shows: a progress bar on a terminal, one plain line per epoch elsewhere."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn

from playground import protocol
from playground.training.metrics import METRICS

if TYPE_CHECKING:
    from playground.api import Trained


class TrainingDisplay:
    """Shows events as they come. A context manager: the bar is gone after it, the lines stay."""

    def __init__(self, title: str, *, to_stderr: bool = False) -> None:
        stream = sys.stderr if to_stderr else sys.stdout
        self._console = Console(file=stream, highlight=False, markup=False, soft_wrap=True)
        self._title = title
        self._downloading = False
        self._epochs = 0
        self._steps_per_epoch = 1
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        if stream.isatty():
            self._bar = Progress(
                TextColumn("{task.description}"), BarColumn(bar_width=32), TextColumn("{task.fields[detail]}"),
                console=self._console, transient=True, refresh_per_second=10,
            )  # fmt: skip

    def __enter__(self) -> Self:
        if self._bar is not None:
            self._bar.start()
            self._task = self._bar.add_task("getting ready", total=None, detail="")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def say(self, line: str) -> None:
        """One line that stays."""
        self._console.print(line)

    def download(self, done: int, total: int) -> None:
        """Bytes of the data set that is being fetched; ``total`` is 0 while unknown."""
        if not self._downloading:
            self._downloading = True
            self.say("fetching the data set")
        self._show_bar("fetching", done, total or None, f"{done / 2**20:,.1f} MB")

    def show(self, event: protocol.Event) -> None:
        """Draw one event; most are for the window alone."""
        if isinstance(event, protocol.RunStarted):
            self._started(event)
        elif isinstance(event, protocol.Progress):
            total = self._epochs * self._steps_per_epoch
            detail = (
                f"batch {event.batch:,}/{self._steps_per_epoch:,}  {clock(event.seconds_left)} left  "
                f"{event.samples_per_second:,.0f} samples/s"
            )
            self._show_bar(f"epoch {event.epoch}/{self._epochs}", event.step, total, detail)
        elif isinstance(event, protocol.EpochDone):
            line = f"epoch {event.epoch}/{self._epochs}  training {metrics_text(event.train)}"
            if event.validation is not None:
                # those that are curves too: the rest, which takes a line of its own, is for the test part
                shown = {name: event.validation[name] for name in event.train if name in event.validation}
                line += f"  validation {metrics_text(shown or event.validation)}"
            self.say(line)
        elif isinstance(event, protocol.RunFinished) and event.note:
            self.say(f"stopped early: {event.note}" if event.reason == "early" else event.note)

    def _started(self, event: protocol.RunStarted) -> None:
        self._epochs, self._steps_per_epoch = event.epochs, event.steps_per_epoch
        self.say(
            f"{self._title}: {event.parameters:,} parameters, {event.train_samples:,} training, "
            f"{event.validation_samples:,} validation and {event.test_samples:,} test samples, "
            f"device {event.device}, seed {event.seed}"
        )
        for note in event.notes:
            self.say(f"note: {note}")

    def finish(self, trained: Trained) -> None:
        """The last lines of a run."""
        if trained.test is not None:
            self.say(f"test {metrics_text(trained.test)}")
        self.say(f"{trained.samples_per_second:,.0f} samples/s, {trained.seconds:.1f} s in all")

    def _show_bar(self, what: str, done: int, total: int | None, detail: str) -> None:
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, description=what, completed=done, total=total, detail=detail)


def metrics_text(metrics: dict[str, float]) -> str:
    """``loss 0.0873  accuracy 97.31 %``: each metric as its description has it; of many numbers four digits."""
    return "  ".join(f"{_named(name)} {_shown(name, value)}" for name, value in metrics.items())


def _named(name: str) -> str:
    """As in running text: ``top-5 accuracy``, but ``MAE``."""
    title = METRICS[name].title if name in METRICS else name.replace("_", " ")
    return title if len(title) > 1 and title[1].isupper() else title[:1].lower() + title[1:]


def _shown(name: str, value: float) -> str:
    if name in METRICS and METRICS[name].percent:
        return f"{100 * value:.2f} %"
    return f"{value:.4f}" if 1e-3 <= abs(value) < 1e4 or value == 0 else f"{value:.3e}"


def clock(seconds: float) -> str:
    """``0:42``, ``12:05``, ``1:02:33``; ``–`` while it is not known."""
    if not 0 <= seconds < 1e7:
        return "–"
    whole = round(seconds)
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"
