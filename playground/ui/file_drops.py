"""Files dropped on the window: a project, bundle or ONNX model is opened, anything else is looked into as data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Slot

from playground.core.project import DataSettings, Project
from playground.protocol import RequestFailed
from playground.training.datasets import DATASETS, Dataset, describe
from playground.training.datasets.own import told_losses
from playground.training.datasets.own_table import Table
from playground.training.starting import starting_project, suits
from playground.training.tasks import TASKS
from playground.ui.data.client import Loading
from playground.ui.message_bar import Choice, Kind
from playground.ui.stale_notices import DATA
from playground.ui.widgets.numbers import counted

if TYPE_CHECKING:
    from playground.ui.main_window import MainWindow

OPENABLE = (".json", ".playground", ".onnx")
_MOST_LOSSES = 3  # notes in the message
_MOST_FILES = 64  # more are meant as a folder
# The first that makes sense of the data is what their network is laid out for.
_TASKS = ("forecasting", "text", "supervised", "autoencoder")


def dropped(mime: QMimeData) -> list[Path]:
    """The files and folders of this machine that a drag carries, where the window can take them; else none."""
    urls = mime.urls()
    if not urls or len(urls) > _MOST_FILES or not all(url.isLocalFile() for url in urls):
        return []
    return [Path(url.toLocalFile()) for url in urls]


@dataclass(frozen=True)
class _LayOut:
    """Networks, task and settings of ``fresh``; title and place of the open project stay."""

    fresh: Project
    text: str = "Lay out a network"
    merge_key: None = None

    def apply(self, project: Project) -> Project:
        fresh = self.fresh
        return project.model_copy(update={
            "networks": fresh.networks, "main": fresh.main, "task": fresh.task, "data": fresh.data,
            "training": fresh.training,
        })  # fmt: skip


class FileDrops(QObject):
    """What becomes of dropped files, and what is told of data of one's own wherever they came from."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def take(self, paths: Sequence[Path]) -> None:
        """Open the one project, bundle or model; have the worker look into data."""
        window = self._window
        if len(paths) == 1 and paths[0].suffix.lower() in OPENABLE and not paths[0].is_dir():
            window.open_path(paths[0])
            return
        models = [path.name for path in paths if path.suffix.lower() in OPENABLE]
        if models:
            window.messages.show_message(f"{models[0]} cannot be opened together with others: drop it alone.", key=DATA)
            return
        window.show_workbench()
        window.messages.clear(DATA)
        window.inspector.data_page.client.read_files(paths)
        window.workbench.show_settings("Data")
        window.workbench.show_data()

    @Slot(object, object)
    def on_chosen(self, before: DataSettings, after: DataSettings) -> None:
        """Tell what was guessed; undo takes it back."""
        stack = self._window.session.undo_stack
        choices: list[Choice] = [] if after == before else [("Undo", stack.undo)]
        dataset = describe(after)
        if dataset is not None:
            if any(problem.severity == "error" for problem in self._window.session.check.problems):
                choices.insert(0, ("Lay out a network for it", self.lay_out))
            text, lost = f"{_told(dataset, after)}.", _lost_words(dataset.notes)
            kind: Kind = "warning" if lost else "info"
            self._window.messages.show_message(f"{text} {lost}".strip(), kind, choices, key=DATA)
            return
        chosen = DATASETS[after.dataset].read(after.params)
        self._window.messages.show_message(f"{chosen.title}: {chosen.missing()}.", "warning", choices, key=DATA)

    def lay_out(self) -> None:
        """Put the network that suits the data in the place of what is there, as one undo step."""
        session = self._window.session
        dataset = describe(session.project.data)
        if dataset is None:
            return
        fitting = next(task for task in _TASKS if task in TASKS and not suits(task, dataset))
        if session.do(_LayOut(starting_project(fitting, session.project.data))):
            self._window.canvas.view.fit()

    @Slot(object)
    def on_failed(self, failure: tuple[Loading, RequestFailed]) -> None:
        """What was read is no data; the project keeps those that it has."""
        loading, answer = failure
        if loading.work == "reading":
            client = self._window.inspector.data_page.client
            choices: list[Choice] = []
            if answer.encoding:
                title = answer.encoding.capitalize()
                choices = [(f"Read as {title}", lambda: client.read_as(answer.encoding))]
            self._window.messages.show_message(f"{answer.message} {answer.hint}".strip(), "error", choices, key=DATA)


def _lost_words(notes: tuple[str, ...]) -> str:
    """What was lost of the files, in the words of the first notes, and how many more there are; empty for nothing."""
    lost = told_losses(notes)
    shown = lost[:_MOST_LOSSES]
    if not shown:
        return ""
    rest = len(notes) - len(shown)
    return " ".join((*shown, *([f"{counted(rest, 'more note')} in the Data tab."] if rest else [])))


def _told(dataset: Dataset, data: DataSettings) -> str:
    """ "flowers.csv: 150 samples of 4 numbers; “species” is predicted, one of 3 classes"."""
    shape, target = dataset.shape, dataset.target
    sample = (
        f"images, {shape}" if shape.is_image else f"texts of {shape.sizes[0]:,} words" if dataset.look == "text"
        else f"samples of {shape.count:,} numbers" if shape.is_vector else f"samples, {shape}"
    )  # fmt: skip
    count = dataset.train_samples + dataset.test_samples
    what = {
        "none": "nothing is predicted",
        "classes": f"one of {target.count:,} classes",
        "labels": f"{target.count:,} yes or no",
        "values": f"{target.count:,} numbers" if target.count > 1 else "a number",
    }[target.kind]
    columns = data.params.get("target") if data.dataset == Table.name else None
    if columns:
        what = f"“{'”, “'.join(columns[:3])}” {'is' if len(columns) == 1 else 'are'} predicted, {what}"
    elif target.kind != "none":
        what = f"what is predicted is {what}"
    return f"{dataset.title}: {count:,} {sample}; {what}"
