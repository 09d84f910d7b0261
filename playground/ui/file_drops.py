"""Files dropped on the window: a project, bundle or ONNX model is opened, anything else is looked into as data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Slot

from playground.core.language import mark, tr
from playground.core.project import DataSettings, Project
from playground.protocol import RequestFailed
from playground.training.datasets import DATASETS, Dataset, describe, title_of
from playground.training.datasets.own import told_losses
from playground.training.datasets.own_table import Table
from playground.training.starting import starting_project, suits
from playground.training.tasks import TASKS
from playground.ui.data.client import Loading
from playground.ui.message_bar import Choice, Kind
from playground.ui.sentences import sentences
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
    text: str = mark("Lay out a network")
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
            window.messages.show_message(
                tr("{models} cannot be opened together with others: drop it alone.", models=models[0]), key=DATA
            )
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
        choices: list[Choice] = [] if after == before else [(tr("Undo"), stack.undo)]
        dataset = describe(after)
        if dataset is not None:
            if any(problem.severity == "error" for problem in self._window.session.check.problems):
                choices.insert(0, (tr("Lay out a network for it"), self.lay_out))
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
                choices = [(tr("Read as {title}", title=title), lambda: client.read_as(answer.encoding))]
            self._window.messages.show_message(f"{answer.message} {answer.hint}".strip(), "error", choices, key=DATA)


def _lost_words(notes: tuple[str, ...]) -> str:
    """What was lost of the files, in the words of the first notes, and how many more there are; empty for nothing."""
    lost = told_losses(notes)
    shown = lost[:_MOST_LOSSES]
    if not shown:
        return ""
    rest = len(notes) - len(shown)
    more = tr("{notes} in the Data tab.", notes=counted(rest, "more note")) if rest else ""
    return sentences(*shown, more)


def _told(dataset: Dataset, data: DataSettings) -> str:
    """ "flowers.csv: 150 samples of 4 numbers; “species” is predicted, one of 3 classes"."""
    shape, target = dataset.shape, dataset.target
    sample = (
        tr("images, {shape}", shape=shape) if shape.is_image
        else tr("texts of {words:,} words", words=shape.sizes[0]) if dataset.look == "text"
        else tr("samples of {count:,} numbers", count=shape.count) if shape.is_vector
        else tr("samples, {shape}", shape=shape)
    )  # fmt: skip
    count = dataset.train_samples + dataset.test_samples
    what = {
        "none": tr("nothing is predicted"),
        "classes": tr("one of {count:,} classes", count=target.count),
        "labels": tr("{count:,} yes or no", count=target.count),
        "values": tr("{count:,} numbers", count=target.count) if target.count > 1 else tr("a number"),
    }[target.kind]
    columns = data.params.get("target") if data.dataset == Table.name else None
    if columns:
        named = "”, “".join(columns[:3])
        if len(columns) == 1:
            what = tr("“{columns}” is predicted, {what}", columns=named, what=what)
        else:
            what = tr("“{columns}” are predicted, {what}", columns=named, what=what)
    elif target.kind != "none":
        what = tr("what is predicted is {what}", what=what)
    return tr("{data}: {count:,} {samples}; {what}", data=title_of(data), count=count, samples=sample, what=what)
