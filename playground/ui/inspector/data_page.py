"""The Data tab: which data set, what it can be told, how it is divided, prepared and varied."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pydantic import ValidationError
from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from playground.core.forms import form_fields
from playground.core.language import mark, tr
from playground.core.project import DataSettings
from playground.training.datasets import DATASETS, Dataset, DatasetKind, describe
from playground.training.datasets.own import Own
from playground.training.follow import edits_for_data, edits_for_dataset
from playground.ui.data.client import DataClient
from playground.ui.data.loading_box import LoadingBox
from playground.ui.dialogs.files import ask_data_files, ask_folder
from playground.ui.help_port import lead_to_pages
from playground.ui.inspector.data_files import FilesSection
from playground.ui.inspector.data_kind import KindSection
from playground.ui.inspector.data_preparation import AugmentationSection, PreparationSection, SplitSection
from playground.ui.inspector.dataset_chooser import DatasetEditor
from playground.ui.inspector.page import Page
from playground.ui.inspector.section import NEXT_RUN
from playground.ui.project_session import ProjectSession
from playground.ui.run_controller import RunController
from playground.ui.widgets.basics import button, label, set_text
from playground.ui.widgets.facts import FactsTable
from playground.ui.widgets.form import FieldForm
from playground.ui.widgets.numbers import named
from playground.ui.widgets.wrapping_row import WrappingRow

_NAMES_SHOWN = 20


class DataPage(Page):
    """Renders the data settings; classes, input and last layer follow the data set that is chosen."""

    def __init__(self, session: ProjectSession, controller: RunController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._controller = session, controller
        self.client = DataClient(session, controller, self)
        field = next(field for field in form_fields(DataSettings) if field.name == "dataset")
        self.dataset = FieldForm([replace(field, label=mark("Data set"))], editors={"dataset": DatasetEditor()})
        self.files_button, self.folder_button = button(tr("Open files…"), "link"), button(tr("Open folder…"), "link")
        self.summary = label("", "muted", wrap=True)
        self.loading = LoadingBox(session, self.client)
        self.files = FilesSection(session, controller, self.client)
        self.kind = KindSection(session, controller)
        self.about = FactsTable()
        self.split = SplitSection(session, controller)
        self.preparation = PreparationSection(session, controller)
        self.augmentation = AugmentationSection(session, controller)
        self._lay_out()
        lead_to_pages(self.dataset, lambda _field: self.help_topic())
        self.dataset.edited.connect(self._on_dataset)
        self.kind.edited.connect(self._on_param)
        self.files.edited.connect(self._on_columns)
        self.files_button.clicked.connect(self._on_files)
        self.folder_button.clicked.connect(self._on_folder)
        session.checked.connect(self.refresh)
        controller.state_changed.connect(self.refresh)

    def _lay_out(self) -> None:
        own = WrappingRow()
        own.addWidget(label(tr("Your own:"), "muted"))
        own.addWidget(self.files_button)
        own.addWidget(self.folder_button)
        own.addStretch(1)
        self.column.addWidget(self.dataset)
        self.column.addWidget(own)
        for widget in (self.summary, self.loading, self.files, self.kind, self.about):
            self.column.addWidget(widget)
        for section in (self.split, self.preparation, self.augmentation):
            self.column.addSpacing(8)
            self.column.addWidget(section)
        self.column.addStretch(1)

    def help_topic(self) -> str:
        """The page of the data set that is chosen."""
        return f"data:{self._session.project.data.dataset}"

    def render_now(self) -> None:
        data = self._session.project.data
        dataset, kind = describe(data), DATASETS.get(data.dataset)
        running = self._controller.run_project if self._controller.active else None
        self.dataset.set_values({"dataset": data.dataset})
        other = running is not None and running.data.dataset != data.dataset
        self.dataset.rows["dataset"].set_note(tr(NEXT_RUN) if other else "")
        set_text(
            self.summary,
            tr(kind.summary) if kind else tr("The data set {dataset!r} is not known.", dataset=data.dataset),
        )
        self.about.show_facts(_about(dataset) if dataset else [])
        for section in (self.files, self.kind, self.split, self.preparation, self.augmentation):
            section.render_now()

    # --- what a person chooses ---

    @Slot(str, object, object)
    def _on_dataset(self, _name: str, value: Any, _sweep: object) -> None:
        self._session.do(edits_for_dataset(self._session.project, value))

    @Slot(str, object, object)
    def _on_param(self, name: str, value: Any, sweep: object) -> None:
        data = self._session.project.data
        params = {**data.params, name: value}
        if self._must_be_read(params):
            self.client.read_again(params, (name, sweep))
            return
        self._use(
            _without_defaults(DATASETS[data.dataset], params),
            tr("Change {name}", name=_called(DATASETS[data.dataset], name)),
            (name, sweep),
        )

    @Slot(dict, str)
    def _on_columns(self, params: dict[str, Any], text: str) -> None:
        self._use(params, text, None)

    def _must_be_read(self, params: dict[str, Any]) -> bool:
        """Whether what is known of one's own files does not hold with other parameters."""
        try:
            kind = DATASETS[self._session.project.data.dataset].read(params)
        except ValidationError:
            return False
        return isinstance(kind, Own) and bool(kind.files) and (kind.found is None or kind.found.of != kind.decides)

    def _use(self, params: dict[str, Any], text: str, sweep: object | None) -> None:
        """Other parameters, with what must follow them, as one undo step for one sweep."""
        project = self._session.project
        edit = edits_for_data(project, project.data.replace(params=params), text)
        self._session.do(edit if sweep is None else replace(edit, key=("data", sweep)))

    @Slot()
    def _on_files(self) -> None:
        paths = ask_data_files(self)
        if paths:
            self.client.read_files(paths)

    @Slot()
    def _on_folder(self) -> None:
        path = ask_folder(self, tr("Folder of images or texts"))
        if path is not None:
            self.client.read_files([path])

    # --- events ---

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.client.watch("page", watching=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.client.watch("page", watching=False)


def _called(kind: type[DatasetKind], name: str) -> str:
    """A parameter as a person knows it, within a sentence."""
    labels = {field.name: tr(field.label).lower() for field in form_fields(kind)}
    return labels.get(name, name.replace("_", " "))


def _without_defaults(kind: type[DatasetKind], params: dict[str, Any]) -> dict[str, Any]:
    """As a file holds them; what the kind refuses is kept and becomes a problem."""
    defaults = {field.name: field.default for field in form_fields(kind)}
    return {name: value for name, value in params.items() if name not in defaults or defaults[name] != value}


def _about(dataset: Dataset) -> list[tuple[str, str]]:
    """What one sample is and what is to be predicted; where the data come from."""
    facts = [(tr("Sample"), named(dataset.shape)), *_target(dataset)]
    if dataset.vocabulary:
        facts.append((tr("Vocabulary"), tr("{vocabulary:,} ids", vocabulary=dataset.vocabulary)))
    if DATASETS[dataset.name].group != "own":
        facts.append((tr("Files"), tr("downloaded when first used") if dataset.files else tr("none needed")))
    facts += [(tr("Source"), dataset.source), (tr("Licence"), dataset.licence)]
    return [(name, text) for name, text in facts if text]


def _target(dataset: Dataset) -> list[tuple[str, str]]:
    target = dataset.target
    if target.kind == "none":
        return [(tr("Predicts"), tr("nothing: there is no target"))]
    names = ", ".join(target.names[:_NAMES_SHOWN]) + (" …" if len(target.names) > _NAMES_SHOWN else "")
    title = {"classes": tr("Classes"), "labels": tr("Labels"), "values": tr("Predicts")}[target.kind]
    return [(title, names if target.kind == "values" else f"{target.count}: {names}")]
