"""What the run has to say beyond its progress, as messages in the window with the buttons that mend it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from playground.core.blocks import locate
from playground.core.edits import SetData
from playground.core.problems import Problem
from playground.proof_words import proof_lines
from playground.protocol import Exported, RequestFailed, RunFailed, RunFinished, RunStarted, Saved, WorkerDied
from playground.training.datasets import DATASETS
from playground.ui.dialogs.files import ask_folder
from playground.ui.message_bar import Choice, MessageArea
from playground.ui.project_session import RUN as RUN_PROBLEM, ProjectSession
from playground.ui.run_controller import NOTHING_TRAINED, RunController
from playground.ui.settings import settings
from playground.ui.stale_notices import NO_WEIGHTS, NOT_WRITTEN, REFUSED

RUN = "run"  # the key of messages about a run: the next run takes them away
BUNDLED = "digits"


class RunMessages(QObject):
    """Connects a controller with the message area."""

    def __init__(
        self,
        session: ProjectSession,
        controller: RunController,
        messages: MessageArea,
        window: QWidget,
        told_elsewhere: Callable[[int], bool] = lambda _request: False,
    ) -> None:
        super().__init__(window)
        self._told_elsewhere = told_elsewhere  # requests whose answer a person reads in a dialog
        self._session, self._controller, self._messages, self._window = session, controller, messages, window
        self._training_began = False
        controller.run_started.connect(self._on_started)
        controller.run_reset.connect(self._on_reset)
        controller.run_failed.connect(self._on_failed)
        controller.run_finished.connect(self._on_finished)
        controller.worker_died.connect(self._on_died)
        controller.saved.connect(self._on_saved)
        controller.exported.connect(self._on_exported)
        controller.request_failed.connect(self._on_request_failed)
        session.refused.connect(self._on_refused)

    @Slot(object)
    def _on_started(self, _run: RunStarted) -> None:
        self._training_began = True
        self._session.note(None)
        self._messages.clear(RUN)

    @Slot()
    def _on_reset(self) -> None:
        self._training_began = False
        self._session.note(None)
        self._messages.clear(RUN)

    @Slot(object)
    def _on_finished(self, _result: RunFinished) -> None:
        self._training_began = False  # the next one has not

    @Slot(object)
    def _on_failed(self, failure: RunFailed) -> None:
        began, self._training_began = self._training_began, False
        choices: list[Choice] = []
        place = self._place(failure.node)
        if place is not None:
            self._mark(failure, *place)
            choices.append(("Show the layer", lambda: self._session.go_to(*place)))
        elif not began:
            choices = self._data_choices()
        self._messages.show_message(f"{failure.message} {failure.hint}".strip(), "error", choices, key=RUN)

    def _place(self, path: str | None) -> tuple[str, str] | None:
        """Network and id of the layer that a run names: inside a block by a path such as ``block1.conv2``."""
        project = self._session.project
        if path is None:
            return None
        network, node = locate(project.networks, project.main_network, path)
        if network in project.networks and node in project.networks[network].by_id:
            return network, node
        return next(((name, node) for name, graph in project.networks.items() if node in graph.by_id), None)

    def _mark(self, failure: RunFailed, network: str, node: str) -> None:
        """Mark the layer on the canvas, and lead there when it can be seen without leaving what is edited."""
        told = {(problem.network, problem.node) for problem in self._session.check.problems}
        if (network, node) not in told:  # else the check has said why
            self._session.note(Problem("warning", RUN_PROBLEM, failure.message, failure.hint, network, node))
        if network == self._session.network:
            self._session.go_to(network, node)

    def _data_choices(self) -> list[Choice]:
        """A run that failed before it began on data that do not come with the program: the files are the matter."""
        dataset = DATASETS.get(self._session.project.data.dataset)
        if dataset is None or dataset.bundled:
            return []
        return [("Locate files…", self.locate_files), (f"Use {DATASETS[BUNDLED].title} instead", self.use_bundled)]

    def locate_files(self) -> None:
        """Ask for the folder with the data set's files, remember it, and try again."""
        dataset = DATASETS.get(self._session.project.data.dataset)
        title = dataset.title if dataset else self._session.project.data.dataset
        folder = ask_folder(self._window, f"Folder with the files of {title}")
        if folder is not None:
            self.use_folder(folder)

    def use_folder(self, folder: Path) -> None:
        """The data folder holds a folder for each data set; a person may well point at the inner one."""
        name = self._session.project.data.dataset
        self._controller.data_dir = folder.parent if folder.name == name else folder
        settings().data_dir = self._controller.data_dir
        self._controller.run()

    def use_bundled(self) -> None:
        """Train on the digits that come with the program; only ever on this explicit wish."""
        if self._session.do(SetData({"dataset": BUNDLED})):
            self._controller.run()

    @Slot(object)
    def _on_died(self, death: WorkerDied) -> None:
        self._training_began = False
        lost = " Its weights are lost; the network and the curves are kept." if death.run is not None else ""
        self._messages.show_message(
            f"{death.message}{lost} Run trains again.", "error", [("Run again", self._controller.run)], key=RUN
        )

    @Slot(object)
    def _on_saved(self, saved: Saved) -> None:
        path = Path(saved.path)
        settings().add_recent(path)
        self._messages.show_message(f"Saved the trained bundle as {path}.", "info", key="export")

    @Slot(object)
    def _on_exported(self, exported: Exported) -> None:
        if self._told_elsewhere(exported.request):
            return
        did, proof = "Replaced" if exported.replaced else "Exported", ""
        if exported.proof is not None:
            *_, agreement, speed = proof_lines(exported.proof)
            proof = f"Compared with the network: {agreement}; {speed}."
        self._messages.show_message(f"{did} {exported.path}. {proof}".strip(), "info", key="export")

    @Slot(object)
    def _on_request_failed(self, failure: RequestFailed) -> None:
        if self._told_elsewhere(failure.request):
            return
        self._messages.clear("export")
        key = NO_WEIGHTS if failure.request == NOTHING_TRAINED.request else NOT_WRITTEN
        self._messages.show_message(f"{failure.message} {failure.hint}".strip(), "error", key=key)

    @Slot(str)
    def _on_refused(self, reason: str) -> None:
        self._messages.show_message(reason, "warning", key=REFUSED)
