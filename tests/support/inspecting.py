"""What tests of the panels share: a session with a known network, and a run controller without a worker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from networks import chain, project
from PySide6.QtCore import QObject, Signal

from playground.core.project import Project
from playground.protocol import Command, Ready
from playground.ui.project_session import ProjectSession


class IdleController(QObject):
    """The signals and properties of the run controller that panels read, with nothing behind them."""

    ready = Signal(object)
    state_changed = Signal(str)
    answered = Signal(object)
    worker_died = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.devices: dict[str, str] = {"cpu": "CPU"}
        self.worker: Ready | None = None
        self.active = False
        self.run_project: Project | None = None
        self.data_dir: Path | None = None
        self.sent: list[Command] = []  # what was asked of the worker, the newest last

    def ask(self, question: Callable[[int], Command]) -> int:
        """Keeps what would go to the worker; the number counts from 1."""
        self.sent.append(question(len(self.sent) + 1))
        return len(self.sent)

    def tell(self, command: Command) -> None:
        self.sent.append(command)

    def find(self, **devices: str) -> None:
        """The worker is there and has found these devices."""
        self.devices = {"cpu": "CPU", **devices}
        self.worker = Ready(self.devices, "2.13.0", 1)
        self.ready.emit(self.worker)

    def start(self, snapshot: Project) -> None:
        """A run of ``snapshot`` is under way."""
        self.active, self.run_project = True, snapshot
        self.state_changed.emit("running")


def mlp_session() -> ProjectSession:
    """Input, Flatten, Dense of 32 units, Dense of 10, on the bundled digits (1 × 28 × 28, 10 classes)."""
    session = ProjectSession()
    graph = chain("Input", "Flatten", ("Dense", {"units": 32, "activation": "ReLU"}), ("Dense", {"units": 10}))
    session.open(project(graph))
    return session
