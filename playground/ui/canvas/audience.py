"""Whether anybody sees the canvas, and which network of a run they see there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from playground.core.project import Project
from playground.ui.canvas.on_canvas import OnCanvas
from playground.ui.canvas.panel import CanvasPanel
from playground.ui.project_session import ProjectSession


class Audience(QObject):
    """``project`` gives what is looked into, as of ``on_canvas``, which says what of it the canvas shows."""

    changed = Signal()  # they may see another network, or another state of the same
    lost = Signal()  # the weights are gone that they saw

    def __init__(
        self, panel: CanvasPanel, session: ProjectSession, controller: Any, project: Callable[[], Project | None],
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._sees = panel.isVisible()
        self.on_canvas = OnCanvas(panel, session, project)
        panel.seen_changed.connect(self._on_panel)
        for signal in (controller.state_changed, panel.view.trail.changed, session.network_changed):
            signal.connect(self._on_changed)
        for signal in (controller.run_reset, controller.worker_died):
            signal.connect(self._on_lost)

    @property
    def network(self) -> str | None:
        """The network that they look into; None while nobody does, or there is no such network in the run."""
        return self.on_canvas.network if self._sees else None

    @Slot(bool)
    def _on_panel(self, sees: bool) -> None:
        self._sees = sees
        self.changed.emit()

    @Slot()
    def _on_changed(self, *_: object) -> None:
        self.changed.emit()

    @Slot()
    def _on_lost(self, *_: object) -> None:
        self.lost.emit()
