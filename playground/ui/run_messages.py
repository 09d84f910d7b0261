"""What the run has to say beyond its progress, as messages in the window with the buttons that mend it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from playground.core.blocks import locate
from playground.core.edits import SetTraining
from playground.core.language import mark, tr
from playground.core.problems import Problem
from playground.proof_words import proof_lines
from playground.protocol import (
    Diverged,
    Exported,
    RequestFailed,
    RunFailed,
    RunFinished,
    RunStarted,
    Saved,
    Snapshots,
    WorkerDied,
)
from playground.training.datasets import DATASETS, title_of
from playground.training.follow import edits_for_dataset
from playground.training.tasks import task_of
from playground.ui.dialogs.files import ask_folder
from playground.ui.message_bar import Choice, MessageArea, Staying
from playground.ui.project_session import RUN as RUN_PROBLEM, ProjectSession
from playground.ui.run_controller import RunController
from playground.ui.running.requests import NOTHING_TRAINED
from playground.ui.settings import settings
from playground.ui.stale_notices import DATA_NOTES, EXPORT, NO_WEIGHTS, NOT_WRITTEN, REFUSED
from playground.ui.toasts import in_folder, tell
from playground.ui.widgets.parse import format_number

RUN = "run"  # the key of messages about a run: the next run takes them away
BUNDLED = "digits"


class RunMessages(QObject):
    """Connects a controller with the message area. ``reading_wanted``: files of one's own are not what they were."""

    reading_wanted = Signal()

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
        self._no_snapshots = ""
        self._noted = ""  # what was told of the data: once is enough
        controller.run_started.connect(self._on_started)
        controller.run_reset.connect(self._on_reset)
        controller.run_failed.connect(self._on_failed)
        controller.snapshots.connect(self._on_snapshots)
        controller.diverged.connect(self._on_diverged)
        controller.state_changed.connect(self._on_state)
        controller.run_finished.connect(self._on_finished)
        controller.worker_died.connect(self._on_died)
        controller.saved.connect(self._on_saved)
        controller.exported.connect(self._on_exported)
        controller.request_failed.connect(self._on_request_failed)
        session.refused.connect(self._on_refused)

    @Slot(object)
    def _on_started(self, run: RunStarted) -> None:
        self._training_began = True
        self._session.note(None)
        self._messages.clear(RUN)
        dataset = self._session.check.dataset
        known = dataset.notes if dataset is not None else ()  # told when the files were chosen
        notes = " ".join(note for note in run.notes if note not in known)
        if notes and notes != self._noted:
            self._messages.show_message(notes, "warning", key=DATA_NOTES)
        self._noted = notes

    @Slot(object)
    def _on_snapshots(self, event: Snapshots) -> None:
        """Why no more of them are kept: once for a run."""
        if event.note and event.note != self._no_snapshots:
            self._messages.show_message(event.note, "info", key="snapshots")
        self._no_snapshots = event.note

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
            choices.append((tr("Show the layer"), lambda: self._session.go_to(*place)))
        elif failure.files_changed:
            choices = [(tr("Read the files again"), self.reading_wanted.emit)]
        elif not began:
            choices = self._data_choices()
        self._messages.show_message(f"{failure.message} {failure.hint}".strip(), "error", choices, key=RUN)

    @Slot(object)
    def _on_diverged(self, event: Diverged) -> None:
        """The run waits on its last good weights: a lower rate may be all that it needs."""
        place, rate = self._place(event.node), _lower(self._session.project.training.learning_rate)
        choices: list[Choice] = []
        if place is not None:
            self._mark(event, *place)
            choices.append((tr("Show the layer"), Staying(lambda: self._session.go_to(*place))))
        lower = tr("Lower the rate to {rate} and resume", rate=format_number(rate))
        choices.append((lower, lambda: self._resume_with(rate)))
        choices.append((tr("Resume"), self._controller.run))
        self._messages.show_message(f"{event.message} {event.hint}".strip(), "error", choices, key=RUN)

    def _resume_with(self, rate: float) -> None:
        """An edit like any other; the run that waits takes it at once."""
        self._session.do(SetTraining({"learning_rate": rate}))
        self._controller.run()

    @Slot(str)
    def _on_state(self, state: str) -> None:
        """Resumed by the toolbar: the message has been read."""
        if state == "running":
            self._session.note(None)
            self._messages.clear(RUN)

    def _place(self, path: str | None) -> tuple[str, str] | None:
        """Network and id of the layer that a run names: inside a block by a path such as ``block1.conv2``."""
        project = self._session.project
        if path is None:
            return None
        head, _, rest = path.partition(".")
        task = task_of(project)
        several = rest and head in project.networks and len(task.trains(project)) > 1  # then paths begin with a network
        network, node = locate(project.networks, *((head, rest) if several else (task.main(project), path)))
        if network in project.networks and node in project.networks[network].by_id:
            return network, node
        return next(((name, node) for name, graph in project.networks.items() if node in graph.by_id), None)

    def _mark(self, failure: RunFailed | Diverged, network: str, node: str) -> None:
        """Mark the layer on the canvas, and lead there when it can be seen without leaving what is edited."""
        told = {(problem.network, problem.node) for problem in self._session.check.problems}
        if (network, node) not in told:  # else the check has said why
            self._session.note(Problem("warning", RUN_PROBLEM, failure.message, failure.hint, network, node))
        if network == self._session.network:
            self._session.go_to(network, node)

    def _data_choices(self) -> list[Choice]:
        """A run that failed before it began on data that do not come with the program: the files are the matter."""
        dataset = self._session.check.dataset
        if dataset is None or not dataset.files:
            return []
        instead = tr("Use {title} instead", title=tr(DATASETS[BUNDLED].title))
        return [(tr("Locate files…"), self.locate_files), (instead, self.use_bundled)]

    def locate_files(self) -> None:
        """Ask for the folder with the data set's files, remember it, and try again."""
        title = title_of(self._session.project.data)
        folder = ask_folder(self._window, tr("Folder with the files of {title}", title=title))
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
        if self._session.do(edits_for_dataset(self._session.project, BUNDLED)):
            self._controller.run()

    @Slot(object)
    def _on_died(self, _death: WorkerDied) -> None:
        self._training_began = False

    @Slot(object)
    def _on_saved(self, saved: Saved) -> None:
        path = Path(saved.path)
        settings().add_recent(path)
        self._messages.clear(EXPORT)
        tell(self._window, tr("Saved the trained bundle as {path}.", path=path), [in_folder(path)], key=EXPORT)

    @Slot(object)
    def _on_exported(self, exported: Exported) -> None:
        if self._told_elsewhere(exported.request):
            return
        told = [tr(mark("Replaced {path}.") if exported.replaced else mark("Exported {path}."), path=exported.path)]
        if exported.proof is not None:
            *_, agreement, speed = proof_lines(exported.proof)
            told.append(tr("Compared with the network: {agreement}; {speed}.", agreement=agreement, speed=speed))
        self._messages.clear(EXPORT)
        tell(self._window, " ".join(told), [in_folder(Path(exported.path))], key=EXPORT)

    @Slot(object)
    def _on_request_failed(self, failure: RequestFailed) -> None:
        if self._told_elsewhere(failure.request):
            return
        self._messages.clear(EXPORT)
        key = NO_WEIGHTS if failure.request == NOTHING_TRAINED.request else NOT_WRITTEN
        self._messages.show_message(f"{failure.message} {failure.hint}".strip(), "error", key=key)

    @Slot(str)
    def _on_refused(self, reason: str) -> None:
        self._messages.show_message(reason, "warning", key=REFUSED)


def _lower(rate: float) -> float:
    """A tenth, as a short number."""
    return float(f"{rate / 10:.2g}")
