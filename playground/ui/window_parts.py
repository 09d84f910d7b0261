"""The parts of a window that are made when they are first wanted: the controller with numpy, and the workbench."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from playground.ui.project_session import ProjectSession
from playground.ui.settings import settings

if TYPE_CHECKING:
    from playground.protocol import Ready
    from playground.ui.canvas import CanvasPanel
    from playground.ui.inspector import InspectorPanel
    from playground.ui.palette import PalettePanel
    from playground.ui.plots.panel import PlotsPanel
    from playground.ui.problems import ProblemsPanel
    from playground.ui.run_controller import RunController
    from playground.ui.workbench import Workbench


class WindowParts(QMainWindow):
    """``session`` is there from the beginning; ``make_workbench`` is called once, when it is first wanted."""

    def __init__(self, in_thread: bool, make_workbench: Callable[[], Workbench]) -> None:
        super().__init__()
        self._make_workbench = make_workbench
        self.in_thread = in_thread
        self._controller: RunController | None = None
        self._workbench: Workbench | None = None
        self.session = ProjectSession(self)

    @property
    def controller(self) -> RunController:
        if self._controller is None:
            from playground.ui.run_controller import RunController

            self._controller = RunController(self.session, in_thread=self.in_thread, parent=self)
            self._controller.data_dir = settings().data_dir
        return self._controller

    @property
    def workbench(self) -> Workbench:
        if self._workbench is None:
            self._workbench = self._make_workbench()
        return self._workbench

    @property
    def canvas(self) -> CanvasPanel:
        return self.workbench.canvas

    @property
    def palette_panel(self) -> PalettePanel:
        return self.workbench.palette_panel

    @property
    def inspector(self) -> InspectorPanel:
        return self.workbench.inspector

    @property
    def plots(self) -> PlotsPanel:
        return self.workbench.plots

    @property
    def problems(self) -> ProblemsPanel:
        return self.workbench.problems

    @property
    def worker_facts(self) -> Ready | None:
        """What the worker said of itself; None while it starts."""
        return self._controller.worker if self._controller is not None else None

    def run_at_stake(self) -> tuple[bool, bool]:
        """Whether a run is under way, and whether it has weights that nobody saved."""
        if self._controller is None:
            return False, False
        return self._controller.active, self._controller.unsaved_weights
