"""The one worker that runs train in, and what every worker in its place has to be told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from playground import protocol

if TYPE_CHECKING:
    from playground.ui.training_thread import TrainingThread


class RunWorker(QObject):
    """Owns the training thread. ``received`` brings the worker's events, in the thread of the window."""

    received = Signal(object)

    def __init__(self, *, in_thread: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._in_thread = in_thread
        self._thread: TrainingThread | None = None
        self.ready: protocol.Ready | None = None  # what it said of itself; None while it starts
        self.watched = protocol.Watch(())
        self.pace = 0.0  # seconds between two steps
        self.first: Sequence[protocol.Command] = ()  # what the next worker is told before all

    @property
    def pid(self) -> int | None:
        """Process id; None without a worker, and with one in a thread of this process."""
        return self._thread.pid if self._thread else None

    @property
    def devices(self) -> dict[str, str]:
        """Devices as found ("cpu", "cuda", "mps") with names for people; only the CPU until the worker is ready."""
        return dict(self.ready.devices) if self.ready else {"cpu": "CPU"}

    def start(self) -> None:
        """Start and warm a worker unless one is there."""
        if self._thread is None:
            from playground.ui.training_thread import TrainingThread  # processes and pipes: not for the first picture

            self._thread = TrainingThread(in_thread=self._in_thread, parent=self)
            self._thread.received.connect(self.received)
            self._thread.start()
            for command in self.first:
                self.send(command)

    def shut_down(self) -> None:
        """End it; no process is left when this returns."""
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.shut_down()

    def send(self, command: protocol.Command) -> None:
        """Hand over a command without waiting; without a worker nobody hears it."""
        if self._thread is not None:
            self._thread.send(command)

    def watch(self, watched: protocol.Watch) -> None:
        """Have it show what these lenses see, and nothing else."""
        self.watched = watched
        self.send(watched)

    def set_pace(self, seconds: float) -> None:
        """Slow motion, of this run and those to come."""
        self.pace = seconds
        self.send(protocol.SetPace(seconds))

    def take(self, ready: protocol.Ready) -> None:
        """It is ready, and knows nothing yet of what was wanted before."""
        self.ready = ready
        if self.watched.lenses:
            self.send(self.watched)
        if self.pace:
            self.send(protocol.SetPace(self.pace))
