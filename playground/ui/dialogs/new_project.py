"""New from task: what shall be learned, from which data; a network that suits both is laid out."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from playground.core.graph import Graph
from playground.core.language import mark, tr
from playground.core.project import DataSettings, Project
from playground.training.datasets import DATASETS, Dataset, describe
from playground.training.losses import LOSSES
from playground.training.optimizers import OPTIMIZERS
from playground.training.starting import starting_project, suits
from playground.training.tasks import TASKS
from playground.ui.sentences import sentences
from playground.ui.theme import CAPTION
from playground.ui.widgets.basics import button, label, set_text
from playground.ui.widgets.numbers import counted, grouped
from playground.ui.widgets.parse import format_number

_SIZE, _SUMMARY = QSize(760, 600), 112
_NAME = Qt.ItemDataRole.UserRole
_GROUPS = {
    "images": mark("Images"), "points": mark("Points of a plane"), "table": mark("Tables"),
    "sequences": mark("Sequences"), "text": mark("Texts"),
    "own": mark("Your own"),
}  # fmt: skip
_TOLD = {
    "classes": mark("{samples} of {shape}, {count:,} classes."),
    "labels": mark("{samples} of {shape}, {count:,} labels."),
    "values": mark("{samples} of {shape}, {count:,} numbers to predict."),
}
_OWN = mark("Data of your own are chosen under Data, once the project is there.")
_SIDE, _BETWEEN = 24, 24  # pixels
_MOST_LAYERS = 9  # of a network in one sentence


class NewProjectDialog(QDialog):
    """``project`` is what Create gives: None until a task and data are chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.project: Project | None = None
        self._datasets = _described()
        self.setWindowTitle(tr("New from task"))
        self.resize(_SIZE)
        self.tasks, self.data = _list(tr("Tasks")), _list(tr("Data"))
        self.task_summary, self.data_summary = (label("", "muted", wrap=True) for _ in range(2))
        self.plan = label("", "", wrap=True)
        self.create_button, self.cancel_button = button(tr("Create"), "primary"), button(tr("Cancel"))
        self._lay_out()
        for name, kind in TASKS.items():
            self.tasks.addItem(_item(tr(kind.title), name))
        self.tasks.currentItemChanged.connect(self._on_task)
        self.data.currentItemChanged.connect(self._on_data)
        for chooser in (self.tasks, self.data):
            chooser.itemDoubleClicked.connect(self._on_create)
        self.create_button.clicked.connect(self._on_create)
        self.cancel_button.clicked.connect(self.reject)
        self.create_button.setDefault(True)
        self.tasks.setCurrentRow(0)

    def choose(self, task: str, dataset: str) -> None:
        """As a person who clicks on both."""
        for chooser, name in ((self.tasks, task), (self.data, dataset)):
            rows = [row for row in range(chooser.count()) if chooser.item(row).data(_NAME) == name]
            chooser.setCurrentRow(rows[0] if rows else -1)

    def offered(self) -> list[str]:
        """Names of the data sets that fit the task."""
        names = [self.data.item(row).data(_NAME) for row in range(self.data.count())]
        return [name for name in names if name]

    def _lay_out(self) -> None:
        lists = QGridLayout()
        lists.setHorizontalSpacing(_BETWEEN)
        lists.setVerticalSpacing(8)
        for column, (title, chooser, summary) in enumerate((
            (tr("What to learn"), self.tasks, self.task_summary),
            (tr("From which data"), self.data, self.data_summary),
        )):  # fmt: skip
            summary.setAlignment(Qt.AlignmentFlag.AlignTop)
            for row, widget in enumerate((label(title, "section"), chooser, summary)):
                lists.addWidget(widget, row, column)
            lists.setColumnStretch(column, 1)
        lists.setRowStretch(1, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(label(tr(_OWN), "caption"), 1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.create_button)
        self.plan.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.plan.setMinimumHeight(72)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE, 16, _SIDE, 16)
        layout.setSpacing(12)
        layout.addLayout(lists, 1)
        layout.addWidget(label(tr("What is laid out"), "section"))
        layout.addWidget(self.plan)
        layout.addLayout(buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Summaries are as high as the longest of them: nothing moves while one chooses."""
        super().resizeEvent(event)
        room = QRect(0, 0, (self.width() - 2 * _SIDE - _BETWEEN) // 2, 1 << 15)
        told = [*map(_summary, TASKS), *map(_about, self._datasets)]
        measured = self.task_summary.fontMetrics()
        high = max(measured.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height() for text in told)
        for summary in (self.task_summary, self.data_summary):
            summary.setFixedHeight(max(_SUMMARY, high))

    @Slot()
    def _on_task(self) -> None:
        task = self._chosen(self.tasks)
        before = self._chosen(self.data)
        set_text(self.task_summary, _summary(task) if task else "")
        fitting = [d for d in self._datasets if task and not suits(task, d)]
        self.data.blockSignals(True)
        self.data.clear()
        group = ""
        for dataset in fitting:
            kind = DATASETS[dataset.name]
            if kind.group != group:
                group = kind.group
                self.data.addItem(_heading(tr(_GROUPS[group])))
            self.data.addItem(_item(dataset.title, dataset.name))
        self.data.blockSignals(False)
        names = [dataset.name for dataset in fitting]
        self.choose(task, before if before in names else names[0] if names else "")
        self._on_data()

    @Slot()
    def _on_data(self) -> None:
        task, name = self._chosen(self.tasks), self._chosen(self.data)
        dataset = next((found for found in self._datasets if found.name == name), None)
        set_text(self.data_summary, _about(dataset) if dataset else "")
        self.project = None
        if task and dataset is not None:
            try:
                self.project = starting_project(task, DataSettings(dataset=dataset.name))
                set_text(self.plan, _plan(self.project))
            except ValueError as error:
                set_text(self.plan, str(error))
        else:
            set_text(self.plan, tr("Choose what to learn and the data."))
        self.create_button.setEnabled(self.project is not None)

    @Slot()
    def _on_create(self) -> None:
        if self.project is not None:
            self.accept()

    @staticmethod
    def _chosen(chooser: QListWidget) -> str:
        item = chooser.currentItem()
        return str(item.data(_NAME) or "") if item is not None else ""


def _described() -> list[Dataset]:
    """All data sets that are known without a file being chosen, in the order of the window."""
    found = [describe(DataSettings(dataset=name)) for name in DATASETS]
    return [dataset for dataset in found if dataset is not None]


def _summary(task: str) -> str:
    return sentences(tr(TASKS[task].summary), tr(TASKS[task].needs))


def _about(dataset: Dataset) -> str:
    target = dataset.target
    samples = counted(dataset.train_samples + dataset.test_samples, "sample")
    if target.kind in _TOLD:
        told = tr(_TOLD[target.kind], samples=samples, shape=dataset.shape, count=target.count)
    else:
        told = tr("{samples} of {shape}.", samples=samples, shape=dataset.shape)
    where = "" if dataset.bundled else tr("Downloaded when first used.")
    return sentences(tr(dataset.summary), told, where)


def _plan(project: Project) -> str:
    """What Create lays out, in a sentence or two."""
    training = project.training
    networks = "; ".join(f"{name}: {_layers(graph)}" for name, graph in project.networks.items())
    means = tr(OPTIMIZERS[training.optimizer.type].title)
    if TASKS[project.task.type].losses:
        loss = tr(LOSSES[training.loss].title).lower()
        means = tr("{loss}, {optimizer}", loss=loss, optimizer=means)
    return tr(
        "{networks}. Trained with {means} at a learning rate of {rate}, {epochs} in batches of {batch}.",
        networks=networks, means=means, rate=format_number(training.learning_rate),
        epochs=counted(training.epochs, "epoch"), batch=grouped(training.batch_size),
    )  # fmt: skip


def _layers(graph: Graph) -> str:
    titles = [graph.by_id[node_id].label for node_id in graph.order]
    if len(titles) > _MOST_LAYERS:
        titles = [*titles[: _MOST_LAYERS - 2], "…", titles[-1]]
    return " → ".join(titles)


def _list(name: str) -> QListWidget:
    made = QListWidget()
    made.setAccessibleName(name)
    made.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
    made.setUniformItemSizes(False)
    return made


def _item(title: str, name: str) -> QListWidgetItem:
    made = QListWidgetItem(title)
    made.setData(_NAME, name)
    made.setSizeHint(QSize(0, 28))
    return made


def _heading(title: str) -> QListWidgetItem:
    made = QListWidgetItem(title)
    made.setFlags(Qt.ItemFlag.NoItemFlags)
    made.setSizeHint(QSize(0, 26))
    font = made.font()
    font.setPixelSize(CAPTION)
    font.setBold(True)
    made.setFont(font)
    return made
