"""What the sections of the Training tab share: forms over settings, and notes on what counts when."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.core.forms import FormField, form_fields, worded
from playground.core.language import mark, tr
from playground.core.project import Project
from playground.ui.help_port import heading, lead_to_pages
from playground.ui.inspector.values import refusal, shown_faults
from playground.ui.project_session import ProjectSession
from playground.ui.run_controller import RunController
from playground.ui.widgets.basics import label
from playground.ui.widgets.editors import ChoiceEditor, Editor
from playground.ui.widgets.form import FieldForm, FieldRow
from playground.ui.widgets.formula_view import FormulaView

NEXT_RUN = mark("Takes effect at the next run.")


class Section(QWidget):
    """A part of the page: it renders the session and sends edits to it."""

    def __init__(self, session: ProjectSession, controller: RunController, title: str = "") -> None:
        super().__init__()
        self._session, self._controller = session, controller
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        if title:
            topic = getattr(self, "help_topic", None)
            self.column.addWidget(heading(title, topic) if topic is not None else label(title, "section"))

    @property
    def running(self) -> Project | None:
        """What a run that is under way trains."""
        return self._controller.run_project if self._controller.active else None

    @abstractmethod
    def render_now(self) -> None:
        """Show what the session holds."""

    def show_notes(self, rows: Mapping[str, FieldRow], now: BaseModel, running: BaseModel | None) -> None:
        """Under each field that differs from what the run trains with, when it will count."""
        for name, row in rows.items():
            differs = running is not None and getattr(running, name) != getattr(now, name)
            row.set_note(tr(NEXT_RUN) if differs else "")


class KindForm(QWidget):
    """The parameters of a kind that is chosen elsewhere: an optimizer, a schedule, a task. Empty for an unknown one."""

    def __init__(self) -> None:
        super().__init__()
        self._kind: type[BaseModel] | None = None
        self.form: FieldForm | None = None
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._edited: list[Any] = []
        self._reset: list[Any] = []

    def on_edited(self, act: Any) -> None:
        """``act(name, value, sweep)`` is called for every value that a person made."""
        self._edited.append(act)

    def on_reset(self, act: Any) -> None:
        """``act(defaults)`` is called when fields are to have their ``defaults``, by name, as one step."""
        self._reset.append(act)

    def show_kind(self, kind: type[BaseModel] | None, params: Mapping[str, Any]) -> None:
        """Show ``params`` of ``kind``, with what is wrong with them."""
        if kind is not self._kind:
            self._kind = kind
            self._make_form(kind)
        if kind is not None and self.form is not None:
            self.form.set_values({f.name: params.get(f.name, f.default) for f in form_fields(kind)})
            self.form.set_faults(shown_faults(kind, params))
        self.setVisible(self.form is not None)

    def _make_form(self, kind: type[BaseModel] | None) -> None:
        if self.form is not None:
            self._place.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        if kind is None or not form_fields(kind):
            return
        fields = form_fields(kind)
        editors = {field.name: _chooser(field) for field in fields if field.kind == "choice" and not field.optional}
        self.form = FieldForm(fields, editors=editors, resets=bool(self._reset))
        self.form.edited.connect(self._on_edited)
        self.form.reset_wanted.connect(self._on_reset)
        lead_to_pages(self.form, lambda field: f"{getattr(kind, 'name', kind.__name__)}.{field}")
        self._place.addWidget(self.form)
        self.form.show()

    def _on_edited(self, name: str, value: Any, sweep: object) -> None:
        for act in self._edited:
            act(name, value, sweep)

    def _on_reset(self, names: Iterable[str]) -> None:
        if self.form is None:
            return
        self.form.forget()
        defaults = {name: self.form.rows[name].field.default for name in names}
        for act in self._reset:
            act(defaults)


def _chooser(field: FormField) -> Editor:
    """A choice in words: ``least_squares`` as "Least squares"."""
    return ChoiceEditor((choice, tr(worded(choice))) for choice in field.choices)


def kept_params(kind: type[BaseModel], params: Mapping[str, Any]) -> dict[str, Any]:
    """Those of ``params`` that ``kind`` has, too, and takes: for a change of the kind."""
    fields: Iterable[FormField] = (field for field in form_fields(kind) if field.name in params)
    return {f.name: params[f.name] for f in fields if refusal(kind, f, params[f.name]) is None}


def show_formula(view: FormulaView, latex: str) -> None:
    """Show the formula, or nothing where there is none."""
    view.set_latex(latex)
    view.setVisible(bool(latex))


def without_label(row: FieldRow) -> None:
    """Give the editor the whole width where a heading says what it is; a screen reader reads its name all the same."""
    caption = row.name_label.parentWidget()
    if caption is not None:
        caption.hide()
