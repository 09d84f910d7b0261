"""The Data tab: which data set, how much of it, and the part to validate on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from playground.core.edits import SetData
from playground.core.forms import FormField, form_fields
from playground.core.project import DataSettings
from playground.training.datasets import DATASETS, Dataset
from playground.training.follow import edits_for_dataset
from playground.training.split import split
from playground.ui.inspector.page import Page
from playground.ui.inspector.training_page import NEXT_RUN
from playground.ui.project_session import ProjectSession
from playground.ui.run_controller import RunController
from playground.ui.widgets.basics import label, set_text
from playground.ui.widgets.editors import ChoiceEditor
from playground.ui.widgets.facts import FactsTable
from playground.ui.widgets.form import FieldForm
from playground.ui.widgets.numbers import counted, grouped, named
from playground.ui.widgets.slider_scale import SliderScale
from playground.ui.widgets.text_editors import NumberEditor

_CLASSES_SHOWN = 20
# The file holds a part of 1; people read percent.
_PERCENT = FormField(
    "validation", "Validation %", "float", 10.0, "Percent of the training data held back to validate on.", 0.0, 90.0
)
_PERCENTS = SliderScale(tuple(float(value) for value in range(91)))


class DataPage(Page):
    """Renders the data settings; classes, input and last layer follow the data set that is chosen."""

    def __init__(self, session: ProjectSession, controller: RunController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._controller = session, controller
        fields = {field.name: field for field in form_fields(DataSettings)}
        choice = ChoiceEditor((name, dataset.title) for name, dataset in DATASETS.items())
        self.dataset = FieldForm([_renamed(fields["dataset"], "Data set")], editors={"dataset": choice})
        self.summary = label("", "muted", wrap=True)
        self.about = FactsTable()
        self.split = FieldForm(
            [_PERCENT, _renamed(fields["limit"], "Limit")],
            editors={"validation": NumberEditor(_PERCENT, _PERCENTS)},
            placeholders={"limit": "all"},
        )
        self.samples = FactsTable()
        self.column.addWidget(self.dataset)
        self.column.addWidget(self.summary)
        self.column.addWidget(self.about)
        self.add_section("Split")
        self.column.addWidget(self.split)
        self.column.addWidget(self.samples)
        self.column.addStretch(1)
        self.dataset.edited.connect(self._on_dataset)
        self.split.edited.connect(self._on_split)
        session.checked.connect(self.refresh)
        controller.state_changed.connect(self.refresh)

    def render_now(self) -> None:
        data = self._session.project.data
        dataset = DATASETS.get(data.dataset)
        self.dataset.set_values({"dataset": data.dataset})
        self.split.set_values({"validation": round(data.validation * 100, 6), "limit": data.limit})
        set_text(self.summary, dataset.summary if dataset else f"The data set {data.dataset!r} is not known.")
        self.about.show_facts(_about(dataset) if dataset else [])
        self.samples.show_facts(_samples(dataset, data) if dataset else [])
        snapshot = self._controller.run_project if self._controller.active else None
        for row in (*self.dataset.rows.values(), *self.split.rows.values()):
            name = row.field.name
            differs = snapshot is not None and getattr(snapshot.data, name) != getattr(data, name)
            row.set_note(NEXT_RUN if differs else "")

    def _on_dataset(self, _name: str, value: Any, _sweep: object) -> None:
        self._session.do(edits_for_dataset(self._session.project, value))

    def _on_split(self, name: str, value: Any, sweep: object) -> None:
        self._session.do(SetData({name: round(value / 100, 8) if name == "validation" else value}, sweep))


def _renamed(field: FormField, title: str) -> FormField:
    return replace(field, label=title)


def _about(dataset: Dataset) -> list[tuple[str, str]]:
    names = ", ".join(dataset.classes[:_CLASSES_SHOWN]) + (" …" if len(dataset.classes) > _CLASSES_SHOWN else "")
    return [
        ("Sample", named(dataset.shape)),
        ("Classes", f"{len(dataset.classes)}: {names}"),
        ("Files", "come with the program" if dataset.bundled else "downloaded when first used"),
        ("Source", dataset.source),
        ("Licence", dataset.licence),
    ]


def _samples(dataset: Dataset, data: DataSettings) -> list[tuple[str, str]]:
    parts = split(dataset.train_samples, data)
    rows = [("Training", counted(parts.train, "sample")), ("Validation", counted(parts.validation, "sample"))]
    rows.append(("Test", counted(dataset.test_samples, "sample")))
    if parts.left_out:
        rows.append(("Left out", f"{grouped(parts.left_out)} by the limit"))
    return rows
