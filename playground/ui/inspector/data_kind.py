"""What a kind of data set can be told: number, noise, seed, the window of a series; as a form."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from playground.core.forms import FormField, form_fields
from playground.core.language import tr
from playground.training.datasets import DATASETS, DatasetKind
from playground.training.datasets.own_arrays import Arrays
from playground.training.datasets.own_table import Table
from playground.ui.help_port import lead_to_pages
from playground.ui.inspector.section import NEXT_RUN, Section
from playground.ui.inspector.values import shown_faults
from playground.ui.project_session import ProjectSession
from playground.ui.run_controller import RunController
from playground.ui.widgets.form import FieldForm

# of a table only a series has a window, and only an .npz file has names inside
_OF_SERIES, _OF_ARCHIVE = ("steps", "horizon"), ("x_name", "y_name")


class KindSection(Section):
    """Renders the parameters of the data set; sweeps of its sliders are one undo step each."""

    edited = Signal(str, object, object)  # parameter, value, sweep

    def __init__(self, session: ProjectSession, controller: RunController) -> None:
        super().__init__(session, controller)
        self.form: FieldForm | None = None
        self._kind: type[DatasetKind] | None = None

    def render_now(self) -> None:
        """Nothing where there is nothing to tell, or where the data set is not known."""
        data = self._session.project.data
        kind, params = DATASETS.get(data.dataset), data.params
        if kind is not self._kind:
            self._kind = kind
            self._make_form(kind)
        self.setVisible(self.form is not None)
        if kind is None or self.form is None:
            return
        fields = fields_of(kind)
        self.form.set_values({field.name: params.get(field.name, field.default) for field in fields})
        self.form.set_faults(shown_faults(kind, params))
        then = None if self.running is None else self.running.data
        running = None if then is None or then.dataset != data.dataset else then.params
        for field in fields:
            now = params.get(field.name, field.default)
            differs = running is not None and running.get(field.name, field.default) != now
            self.form.rows[field.name].set_note(tr(NEXT_RUN) if differs else "")
        if issubclass(kind, Table):
            self._show_some(_OF_SERIES, shown=params.get("look") == "sequences")
        if issubclass(kind, Arrays):
            self._show_some(_OF_ARCHIVE, shown=str(params.get("x", "")).lower().endswith(".npz"))

    def _show_some(self, names: tuple[str, ...], *, shown: bool) -> None:
        assert self.form is not None  # there is a kind
        for name in names:
            row = self.form.rows[name]
            row.setVisible(shown or row.changed)

    def _make_form(self, kind: type[DatasetKind] | None) -> None:
        if self.form is not None:
            _remove(self.form)
            self.form = None
        fields = [] if kind is None else fields_of(kind)
        if fields:
            self.form = FieldForm(fields)
            lead_to_pages(self.form, lambda name: f"{self._session.project.data.dataset}.{name}")
            self.form.edited.connect(self.edited)
            self.column.addWidget(self.form)
            self.form.show()


def fields_of(kind: type[DatasetKind]) -> list[FormField]:
    """Those with an editor in the form: files and columns have their own places."""
    return [
        field for field in form_fields(kind)
        if field.kind not in ("file", "folder") and not isinstance(field.default, (tuple, dict))
    ]  # fmt: skip


def _remove(widget: QWidget) -> None:
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
