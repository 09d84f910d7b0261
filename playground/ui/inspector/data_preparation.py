"""How data are divided, prepared and varied: the lower part of the Data tab."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Slot

from playground.core.edits import SetData, SetTraining
from playground.core.forms import FormField, form_fields
from playground.core.language import mark, tr
from playground.core.project import Augmentation, DataSettings, Preparation, TrainingSettings
from playground.training.datasets import Dataset, describe
from playground.training.follow import edits_for_data
from playground.training.split import split
from playground.ui.help_port import lead_to_pages
from playground.ui.inspector.choice_table import ChoiceRow, ChoiceTable, Options
from playground.ui.inspector.section import NEXT_RUN, Section
from playground.ui.inspector.seed_editor import SeedEditor
from playground.ui.project_session import ProjectSession
from playground.ui.run_controller import RunController
from playground.ui.widgets.facts import FactsTable
from playground.ui.widgets.fold import Fold
from playground.ui.widgets.form import FieldForm
from playground.ui.widgets.number_editor import NumberEditor
from playground.ui.widgets.numbers import counted, grouped
from playground.ui.widgets.slider_scale import SliderScale

_PERCENTS = SliderScale(tuple(float(value) for value in range(91)))
_SCALINGS = {
    "none": mark("none"), "standardize": mark("standardize"), "minmax": mark("minmax"), "symmetric": mark("symmetric"),
}  # fmt: skip
_AS_ALL = ""


def _percent(name: str, title: str, default: float, text: str) -> FormField:
    """The file holds a part of 1; people read percent."""
    return FormField(name, title, "float", default, text, 0.0, 90.0, unit="%", step=5.0)


class SplitSection(Section):
    """Validation and test part, the seed that divides, and a limit."""

    def __init__(self, session: ProjectSession, controller: RunController) -> None:
        super().__init__(session, controller, tr("Split"))
        validation = _percent(
            "validation", mark("Validation"), 10.0, mark("Percent of the data held back to validate on.")
        )
        test = _percent("test", mark("Test"), 20.0, mark("Percent held back to test on, where there is no test part."))
        limit = next(field for field in form_fields(DataSettings) if field.name == "limit")
        seed = next(field for field in form_fields(TrainingSettings) if field.name == "seed")
        seed = replace(seed, label=mark("Split seed"), help=mark("The seed of the run: it decides the split too."))
        self.form = FieldForm(
            [validation, test, limit, seed],
            editors={
                "validation": NumberEditor(validation, _PERCENTS), "test": NumberEditor(test, _PERCENTS),
                "seed": SeedEditor(seed),
            },
            placeholders={"limit": tr("all")},
        )  # fmt: skip
        self.samples = FactsTable()
        self.column.addWidget(self.form)
        self.column.addWidget(self.samples)
        self.form.edited.connect(self._on_edited)
        lead_to_pages(self.form, lambda name: f"{'TrainingSettings' if name == 'seed' else 'DataSettings'}.{name}")

    def render_now(self) -> None:
        """Where the data are not known yet, only how they will be divided."""
        project, running = self._session.project, self.running
        data, dataset = project.data, describe(project.data)
        self.form.set_values({
            "validation": round(data.validation * 100, 6), "test": round(data.test * 100, 6), "limit": data.limit,
            "seed": project.training.seed,
        })  # fmt: skip
        self.form.rows["test"].setVisible(dataset is None or dataset.test_samples == 0)
        self.samples.show_facts(_counts(dataset, data) if dataset else [])
        for name, row in self.form.rows.items():
            now, then = (None if p is None else p.training.seed if name == "seed" else getattr(p.data, name)
                         for p in (project, running))  # fmt: skip
            row.set_note(tr(NEXT_RUN) if running is not None and now != then else "")

    @Slot(str, object, object)
    def _on_edited(self, name: str, value: Any, sweep: object) -> None:
        if name == "seed":
            self._session.do(SetTraining({"seed": value}, sweep))
        else:
            value = round(value / 100, 8) if name in ("validation", "test") else value
            self._session.do(SetData({name: value}, sweep))


def _counts(dataset: Dataset, data: DataSettings) -> list[tuple[str, str]]:
    parts = split(dataset, data)
    rows = [(tr("Training"), counted(parts.train, "sample")), (tr("Validation"), counted(parts.validation, "sample"))]
    rows.append((tr("Test"), counted(parts.test, "sample")))
    if dataset.ordered:
        rows.append((tr("Order"), tr("by time: what comes last is tested on")))
    if parts.left_out:
        rows.append((tr("Left out"), tr("{count} by the limit", count=grouped(parts.left_out))))
    return rows


class PreparationSection(Section):
    """Scaling for all and for single columns, missing numbers, size and colour of images."""

    def __init__(self, session: ProjectSession, controller: RunController) -> None:
        super().__init__(session, controller, tr("Preparation"))
        fields = {field.name: field for field in form_fields(Preparation)}
        named = {
            "scaling": fields["scaling"], "target": replace(fields["target"], label=mark("Scale target")),
            "missing": replace(fields["missing"], label=mark("Missing")),
            "size": replace(fields["size"], label=mark("Resize to")), "grayscale": fields["grayscale"],
        }  # fmt: skip
        self.form = FieldForm(named.values(), placeholders={"size": tr("as they are")})
        self._fold = Fold(tr("Scaling of single columns"))
        self._names: tuple[str, ...] = ()
        self.columns = ChoiceTable(tr("Scaling of single columns"), (tr("Column"), tr("Scaling")), self._choices)
        self.columns.setColumnWidth(1, 108)
        self._fold.body.addWidget(self.columns)
        self.column.addWidget(self.form)
        self.column.addWidget(self._fold)
        self.form.edited.connect(self._on_edited)
        lead_to_pages(self.form, "Preparation.{}".format)
        self.columns.chosen.connect(self._on_column)

    def render_now(self) -> None:
        """What cannot be done to these data is not offered, unless it is set."""
        dataset, now = describe(self._session.project.data), self._session.project.data.preparation
        self.form.set_values({name: getattr(now, name) for name in self.form.rows})
        fits = {
            "scaling": dataset is None or not dataset.shape.whole,
            "target": dataset is not None and dataset.target.kind == "values",
            "missing": dataset is not None and dataset.look == "table",
            "size": dataset is not None and dataset.shape.is_image,
            "grayscale": dataset is not None and dataset.shape.is_image and dataset.shape.sizes[0] > 1,
        }
        for name, row in self.form.rows.items():
            row.setVisible(fits[name] or row.changed)
        running = None if self.running is None else self.running.data.preparation
        self.show_notes(self.form.rows, now, running)
        self.setVisible(any(fits.values()) or now != Preparation())
        self._show_columns(dataset, now)

    def _show_columns(self, dataset: Dataset | None, now: Preparation) -> None:
        features = () if dataset is None or dataset.look not in ("table", "sequences") else dataset.features
        still = set() if dataset is None else {n for n, fixed in enumerate(dataset.fixed) if fixed}
        self._names = tuple(name for number, name in enumerate(features) if number not in still)
        self._fold.setVisible(len(self._names) > 1)
        self._fold.set_summary(", ".join(name for name in self._names if name in now.columns))
        rows = []
        for name in self._names:
            own = now.columns.get(name)
            rows.append(ChoiceRow((name, tr(_SCALINGS[own or now.scaling])), "", (False, own is None)))
        self.columns.show_rows(rows)

    def _choices(self, _row: int, _column: int) -> Options:
        scaling = self._session.project.data.preparation.scaling
        return [
            (_AS_ALL, tr("as all ({scaling})", scaling=tr(_SCALINGS[scaling]))),
            *((name, tr(word)) for name, word in _SCALINGS.items()),
        ]

    @Slot(int, int, object)
    def _on_column(self, row: int, _column: int, value: str) -> None:
        now = self._session.project.data.preparation
        others = {name: scaling for name, scaling in now.columns.items() if name != self._names[row]}
        chosen = others if value == _AS_ALL else {**others, self._names[row]: value}
        self._session.do(SetData({"preparation": now.replace(columns=chosen)}))

    @Slot(str, object, object)
    def _on_edited(self, name: str, value: Any, sweep: object) -> None:
        if name == "size":
            value = (value, value) if isinstance(value, int) else None if value is None else tuple(value)
        project = self._session.project
        changed = project.data.preparation.replace(**{name: value})
        if name not in ("size", "grayscale"):
            self._session.do(SetData({"preparation": changed}, sweep))
            return
        edit = edits_for_data(
            project,
            project.data.replace(preparation=changed),
            tr("Change {name}", name=tr(self.form.rows[name].field.label).lower()),
        )
        self._session.do(replace(edit, key=("preparation", name, sweep)))


class AugmentationSection(Section):
    """How training images are varied; the Data tab under the canvas shows it as a slider moves."""

    def __init__(self, session: ProjectSession, controller: RunController) -> None:
        super().__init__(session, controller)
        fields = [replace(field, section=mark("Augmentation")) for field in form_fields(Augmentation)]
        self.form = FieldForm(fields, resets=True)
        self.column.addWidget(self.form)
        self.form.edited.connect(self._on_edited)
        lead_to_pages(self.form, "Augmentation.{}".format)
        self.form.reset_wanted.connect(self._on_reset)

    def render_now(self) -> None:
        """Images alone can be varied."""
        dataset, now = describe(self._session.project.data), self._session.project.data.augmentation
        self.setVisible(dataset is not None and dataset.shape.is_image)
        self.form.set_values({name: getattr(now, name) for name in self.form.rows})
        running = None if self.running is None else self.running.data.augmentation
        self.show_notes(self.form.rows, now, running)

    @Slot(str, object, object)
    def _on_edited(self, name: str, value: Any, sweep: object) -> None:
        now = self._session.project.data.augmentation
        # the sweep tells fields apart: two that are changed in turn are two undo steps
        self._session.do(SetData({"augmentation": now.replace(**{name: value})}, (name, sweep)))

    @Slot(object)
    def _on_reset(self, names: list[str]) -> None:
        self.form.forget()
        defaults = {name: self.form.rows[name].field.default for name in names}
        self._session.do(SetData({"augmentation": self._session.project.data.augmentation.replace(**defaults)}))
