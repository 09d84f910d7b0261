"""The Predict tab under the canvas. It is light until there are weights to ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from playground.core.files import FileError, write_atomic
from playground.core.language import mark, tr
from playground.core.project import Project
from playground.protocol import Predicted, RequestFailed
from playground.training.datasets import Dataset, describe, kind_of
from playground.training.datasets.own_table import Table
from playground.training.tasks import task_of
from playground.ui.dialogs.files import ask_folder, ask_save
from playground.ui.file_drops import OPENABLE, dropped
from playground.ui.predict.client import Predictor
from playground.ui.project_session import ProjectSession
from playground.ui.settings import settings
from playground.ui.toasts import tell_saved
from playground.ui.widgets.basics import button, label, set_flag
from playground.ui.widgets.elided import ElidedLabel
from playground.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from playground.ui.predict.results import Results
    from playground.ui.predict.typed_page import TypedPage

Ask = Callable[[QWidget, str, str, str, str], Path | None]
AskFiles = Callable[[QWidget], list[Path]]
Tell = Callable[[QWidget, str], None]
NO_WEIGHTS = mark("Train first, or open a trained bundle: then paste or open what the network shall judge.")
IMAGES = mark("Open images or a folder, or drop them here: what the network says of each stands here as a table.")
GENERATES = mark("This network makes samples out of noise. See the Samples tab, or export its generator.")
NO_DATA = mark("Open files: arrays (.npy, .npz) of the shape that the network takes.")
_SUFFIXES = "*.png *.jpg *.jpeg *.bmp *.gif *.webp *.npy *.npz *.csv *.tsv *.parquet *.txt"


def ask_inputs(parent: QWidget) -> list[Path]:
    """Files to predict from."""
    kinds = tr("Images, arrays, tables, texts ({suffixes})", suffixes=_SUFFIXES)
    filters = ";;".join((kinds, tr("All files (*)")))
    names, _ = QFileDialog.getOpenFileNames(parent, tr("Predict from files"), str(settings().folder), filters)
    if names:
        settings().folder = Path(names[0]).parent
    return [Path(name) for name in names]


class PredictPanel(QWidget):
    """``ask_files``, ``ask_place`` are dialogs, ``tell`` takes failures to write a file. ``draw_wanted`` asks for the
    pad to draw on, which is a view of its own.
    """

    draw_wanted = Signal()
    run_wanted = Signal()

    def __init__(
        self, session: ProjectSession, controller: Any, parent: QWidget | None = None, *,
        ask_files: AskFiles = ask_inputs, ask_place: Ask = ask_save, tell: Tell | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._session, self._ask_files, self._ask_place, self._tell = session, ask_files, ask_place, tell
        self.client = Predictor(controller, self)
        self.typed: TypedPage | None = None
        self.results: Results | None = None
        self._of: tuple[int | None, Project | None] = (None, None)
        self._controller = controller
        self.open_files, self.open_folder = button(tr("Open files…")), button(tr("Folder…"))
        self.draw = button(tr("Draw…"))
        self.copy, self.save = button(tr("Copy")), button(tr("Save CSV…"))
        self.status, self.empty = ElidedLabel("caption"), EmptyState("predict", tr(NO_WEIGHTS), tr("Run"))
        self._pages, self._inputs = QStackedWidget(), QStackedWidget()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.setAccessibleName(tr("Predict"))
        self._follow()

    # --- building ---

    def _lay_out(self) -> None:
        self.open_files.setToolTip(tr("Images, arrays, tables or texts; they can be dropped here, too"))
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self.open_files, self.open_folder, self.draw):
            head.addWidget(widget)
        self.open_folder.setToolTip(tr("All files of a folder"))
        self.draw.setToolTip(tr("Draw a sample, and see what the network says while you draw"))
        self.draw.hide()
        head.addWidget(self.status, 1)
        for widget in (self.copy, self.save):
            head.addWidget(widget)
        self.empty.acted.connect(self.run_wanted)
        self._files_only = label(tr(NO_DATA), "muted", wrap=True)
        self._inputs.addWidget(self._files_only)
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._columns.setHandleWidth(1)
        self._columns.setChildrenCollapsible(False)
        self._columns.addWidget(self._inputs)
        for page in (self.empty, self._columns):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        client = self.client
        client.changed.connect(self._follow)
        client.predicted.connect(self._on_predicted)
        client.failed.connect(self._on_failed)
        self.open_files.clicked.connect(self._on_files)
        self.open_folder.clicked.connect(self._on_folder)
        self.copy.clicked.connect(self.copy_results)
        self.save.clicked.connect(self.save_results)
        self.draw.clicked.connect(self.draw_wanted)

    def _build(self) -> None:
        """Once there is something to ask: numpy is not for the first picture."""
        if self.results is not None:
            return
        from playground.ui.predict.results import Results
        from playground.ui.predict.typed_page import TypedPage

        self.typed, self.results = TypedPage(), Results()
        self._inputs.addWidget(self.typed)
        self._columns.addWidget(self.results)
        self._columns.setSizes([520, 380])
        self._columns.setStretchFactor(0, 4)
        self._columns.setStretchFactor(1, 3)
        self.typed.asked.connect(self._on_asked)

    # --- following the run ---

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        client = self.client
        project, generates = client.project, self._generates()
        asks = client.ready and not generates
        for widget in (self.open_files, self.open_folder):
            widget.setEnabled(asks and not client.busy)
        there = self.results is not None and self.results.answer is not None
        for widget in (self.copy, self.save):
            widget.setEnabled(there)
        if client.busy:
            self._say(tr("Predicting…"))
        elif self.status.full_text == tr("Predicting…"):
            self._say("")
        if client.ready and generates:
            self.empty.show_words(tr(GENERATES))
        else:
            self.empty.show_words(tr(NO_WEIGHTS), tr("Run"))
        if not asks or not self.isVisible():
            if not asks:
                self._pages.setCurrentWidget(self.empty)
            return
        self._build()
        self._pages.setCurrentWidget(self._columns)
        if (self._controller.run_id, project) != self._of:
            self._of = (self._controller.run_id, project)
            self._offer(project)

    def _generates(self) -> bool:
        project = self.client.project
        return project is not None and task_of(project).from_noise

    def _offer(self, project: Project | None) -> None:
        """What fits the data that the network learned from."""
        from playground.ui.predict.results import EMPTY

        assert self.typed is not None
        assert self.results is not None
        dataset = describe(project.data) if project is not None else None
        self.results.show_answer(None)
        self._say("")
        drawn = dataset is not None and dataset.shape.is_image and dataset.shape.sizes[0] in (1, 3)
        self.draw.setVisible(drawn)
        self._inputs.setVisible(not drawn)  # images come from files: results have all of the room
        self.results.empty.setText(tr(IMAGES) if drawn else tr(EMPTY))
        if dataset is None or project is None:
            self._inputs.setCurrentWidget(self._files_only)
        elif dataset.shape.is_vector or dataset.look in ("text", "sequences"):
            self._inputs.setCurrentWidget(self.typed)
            self.typed.take(dataset, _columns_of(project, dataset))
        else:
            self._inputs.setCurrentWidget(self._files_only)

    # --- asking ---

    def predict_files(self, paths: Sequence[Path]) -> None:
        """Ask about files and folders."""
        if paths and self.client.ready and not self._generates():
            self._say("")
            self.client.ask(paths=tuple(str(path) for path in paths))

    @Slot()
    def _on_files(self) -> None:
        self.predict_files(self._ask_files(self))

    @Slot()
    def _on_folder(self) -> None:
        folder = ask_folder(self, tr("Predict from a folder"))
        self.predict_files([folder] if folder is not None else [])

    @Slot(object)
    def _on_asked(self, fields: dict[str, Any]) -> None:
        self.client.ask(**fields)

    # --- answers ---

    @Slot(object)
    def _on_predicted(self, answer: Predicted) -> None:
        self._build()
        assert self.results is not None
        self.results.show_answer(answer)
        self._follow()

    @Slot(object)
    def _on_failed(self, failure: RequestFailed) -> None:
        text = f"{failure.message} {failure.hint}".strip()
        if self.typed is not None and self._inputs.currentWidget() is self.typed:
            self.typed.show_fault(text)
        else:
            self._say(text, "bad-caption")

    def _say(self, text: str, look: str = "caption") -> None:
        set_flag(self.status, "look", look)
        self.status.show_text(text)

    # --- taking away ---

    @Slot()
    def copy_results(self) -> None:
        """For a spreadsheet."""
        from playground.ui.predict.results import to_csv

        if self.results is not None and self.results.answer is not None:
            QGuiApplication.clipboard().setText(to_csv(self.results.answer, "\t"))

    @Slot()
    def save_results(self) -> None:
        from playground.ui.predict.results import to_csv

        if self.results is None or self.results.answer is None:
            return
        title = self._session.project.title
        kind = tr("Comma-separated values (*.csv)")
        path = self._ask_place(self, tr("Save predictions"), tr("{title} predictions", title=title), ".csv", kind)
        if path is None:
            return
        try:
            write_atomic(path, to_csv(self.results.answer).encode("utf-8"))
        except FileError as error:
            if self._tell is not None:
                self._tell(self, str(error))
        else:
            tell_saved(self, path)

    # --- files dropped on it ---

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Projects and bundles go on to the window, which opens them."""
        if self._takes(dropped(event.mimeData())):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped(event.mimeData())
        if self._takes(paths):
            event.acceptProposedAction()
            self.predict_files(paths)
        else:
            event.ignore()

    def _takes(self, paths: Sequence[Path]) -> bool:
        opened = any(path.suffix.lower() in OPENABLE and not path.is_dir() for path in paths)
        return bool(paths) and not opened and self.open_files.isEnabled()


def _columns_of(project: Project, dataset: Dataset) -> tuple[str, ...]:
    """Names of the columns that a row has: of a table with categories those of the file."""
    try:
        kind = kind_of(project.data)
    except (KeyError, ValidationError):
        kind = None
    if isinstance(kind, Table) and kind.found is not None:
        return tuple(column.name for column in kind.inputs)
    return dataset.features or tuple(f"x{number + 1}" for number in range(dataset.shape.count))
