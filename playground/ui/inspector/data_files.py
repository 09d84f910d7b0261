"""Files of one's own in the Data tab: which they are, what was found in them, and columns with type and role."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from playground.core.forms import FormField, form_fields
from playground.core.language import mark, tr
from playground.training.datasets import DatasetKind, kind_of
from playground.training.datasets.own import Own, file_name
from playground.training.datasets.own_table import ColumnType, Table, TableColumn
from playground.ui.data.client import DataClient
from playground.ui.dialogs.files import ask_data_file, ask_folder
from playground.ui.inspector.choice_table import ChoiceRow, ChoiceTable, Options
from playground.ui.inspector.section import Section
from playground.ui.project_session import ProjectSession
from playground.ui.run_controller import RunController
from playground.ui.widgets.basics import button, clear, label, set_text
from playground.ui.widgets.form import LABEL_WIDTH
from playground.ui.widgets.numbers import counted

_MOST_NOTES = 8
# kinds that find the other files that belong to the first one by their names
_FIND_PARTNERS = {"arrays", "idx"}


class FileRow(QWidget):
    """One file or folder of a data set: its name, and buttons for another one and for none."""

    chosen = Signal(str, str)  # field, path; empty for none

    def __init__(self, field: FormField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        caption = label(field.label, "muted")
        caption.setFixedWidth(LABEL_WIDTH)
        caption.setToolTip(tr(field.help))
        self.name = label("")
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.choose, self.drop = QToolButton(), QToolButton()
        self.choose.setText("…")
        self.choose.setProperty("look", "quiet")
        self.choose.setStyleSheet("padding: 0 0 4px 0;")
        self.choose.setFixedSize(32, 26)
        self.choose.setToolTip(tr("Choose {label}: {help}", label=tr(field.label).lower(), help=tr(field.help)))
        self.choose.setAccessibleName(tr("Choose {label}", label=tr(field.label).lower()))
        self.drop.setText("×")
        self.drop.setFixedSize(24, 24)
        self.drop.setToolTip(tr("Without this file"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(caption)
        layout.addWidget(self.name, 1)
        layout.addWidget(self.drop)
        layout.addWidget(self.choose)
        self.choose.clicked.connect(self._on_choose)
        self.drop.clicked.connect(self._on_drop)

    def show_path(self, path: str, *, required: bool) -> None:
        self.name.setText(file_name(path) if path else tr("none"))
        self.name.setToolTip(path)
        self.name.setEnabled(bool(path))
        self.drop.setVisible(bool(path) and not required)

    @Slot()
    def _on_choose(self) -> None:
        title = tr("Choose {label}", label=tr(self.field.label).lower())
        path = ask_folder(self, title) if self.field.kind == "folder" else ask_data_file(self, title)
        if path is not None:
            self.chosen.emit(self.field.name, str(path))

    @Slot()
    def _on_drop(self) -> None:
        self.chosen.emit(self.field.name, "")


class FilesSection(Section):
    """Shown for data sets of one's own."""

    edited = Signal(dict, str)  # params, name of the edit

    def __init__(self, session: ProjectSession, controller: RunController, client: DataClient) -> None:
        super().__init__(session, controller)
        self._client = client
        self._kind: type[DatasetKind] | None = None
        self.rows: dict[str, FileRow] = {}
        self._place = QVBoxLayout()
        self._place.setSpacing(4)
        self.missing, self.notes = label("", "bad-caption", wrap=True), label("", "caption", wrap=True, selectable=True)
        self.again = button(tr("Read again"), "link")
        self.again.setToolTip(tr("The files have changed: find out anew what is in them"))
        self.columns = ColumnTable()
        self._columns_title = label(tr("Columns"), "section")
        self.column.addLayout(self._place)
        for widget in (self.missing, self.notes, self.again, self._columns_title, self.columns):
            self.column.addWidget(widget)
        self.again.clicked.connect(self._on_again)
        self.columns.params_changed.connect(self._on_columns)

    def render_now(self) -> None:
        """Nothing where the data are not one's own."""
        kind = self._read()
        self.setVisible(isinstance(kind, Own))
        if not isinstance(kind, Own):
            return
        if type(kind) is not self._kind:
            self._make_rows(type(kind))
        first = next(iter(self.rows), "")
        for name, row in self.rows.items():
            row.show_path(str(getattr(kind, name)), required=name == first)
        missing = kind.missing()
        set_text(self.missing, f"{missing[:1].upper()}{missing[1:]}." if missing else "")
        found = () if kind.found is None else kind.found.notes
        more = [tr("and {count:,} more notes", count=len(found) - _MOST_NOTES)] if len(found) > _MOST_NOTES else []
        set_text(self.notes, "\n".join(f"• {note}" for note in (*found[:_MOST_NOTES], *more)))
        self.notes.setToolTip("\n".join(found))
        self.again.setVisible(bool(kind.files))
        table = kind if isinstance(kind, Table) and kind.found is not None else None
        self._columns_title.setVisible(table is not None)
        self.columns.setVisible(table is not None)
        if table is not None:
            self._columns_title.setText(tr("Columns · {rows}", rows=counted(table.parts.rows, "row")))
            self.columns.show_table(table)

    def _read(self) -> DatasetKind | None:
        """None for parameters that cannot be read."""
        try:
            return kind_of(self._session.project.data)
        except (KeyError, ValidationError):
            return None

    def _make_rows(self, kind: type[DatasetKind]) -> None:
        clear(self._place)
        self._kind = kind
        self.rows = {f.name: FileRow(f) for f in form_fields(kind) if f.kind in ("file", "folder")}
        for row in self.rows.values():
            row.chosen.connect(self._on_file)
            self._place.addWidget(row)

    @Slot(str, str)
    def _on_file(self, name: str, path: str) -> None:
        data = self._session.project.data
        first = next(iter(self.rows), "")
        if name == first and data.dataset in _FIND_PARTNERS and not data.params.get(first):
            self._client.read_files([path])
        else:
            self._client.read_again({**data.params, name: path})

    @Slot()
    def _on_again(self) -> None:
        self._client.read_project_again()

    @Slot(dict)
    def _on_columns(self, changes: dict[str, Any]) -> None:
        self.edited.emit({**self._session.project.data.params, **changes}, tr("Change columns"))


# What types and roles of columns are called; a file of the project holds the names before the colon.
_WORDS = {
    "number": mark("number"), "category": mark("category"), "text": mark("text"), "input": mark("input"),
    "target": mark("target"), "ignore": mark("ignore"),
}  # fmt: skip


class ColumnTable(ChoiceTable):
    """Name, type and role of each column of a table; a role and a type are chosen in their cells."""

    params_changed = Signal(dict)

    def __init__(self) -> None:
        super().__init__(tr("Columns"), (tr("Column"), tr("Type"), tr("Role")), self._choices)
        self._table: Table | None = None
        self.chosen.connect(self._on_chosen)

    def show_table(self, table: Table) -> None:
        self._table = table
        self.show_rows([self._row(table, column) for column in table.parts.columns])

    def _row(self, table: Table, column: TableColumn) -> ChoiceRow:
        kind, role = table.type_of(column), self._role(table, column)
        shown = kind if kind in ("number", "category") else "number" if column.numbers else "text"
        off = role == "ignore"
        return ChoiceRow((column.name, tr(_WORDS.get(shown, shown)), tr(_WORDS[role])), _about(column), (off, off, off))

    def _role(self, table: Table, column: TableColumn) -> str:
        if column.name in table.target:
            return "target"
        return "input" if table.type_of(column) in ("number", "category") else "ignore"

    def _choices(self, row: int, column: int) -> Options:
        if self._table is None:
            return ()
        about = self._table.parts.columns[row]
        types = [
            (kind, tr(_WORDS[kind]))
            for kind, fits in (("number", about.numbers), ("category", about.categories))
            if fits
        ]
        if column == 1:
            return types
        others = [name for name in self._table.target if name != about.name]
        roles = [(role, tr(_WORDS[role])) for role in ("input", "target")] if types else []
        if others and types:
            roles.append(
                (
                    "also",
                    tr("target besides {others}", others=others[0])
                    if len(others) == 1
                    else tr("target besides the others"),
                )
            )
        return [*roles, ("ignore", tr(_WORDS["ignore"]))]

    def _on_chosen(self, row: int, column: int, value: str) -> None:
        table = self._table
        assert table is not None  # it is what the menu was made of
        about = table.parts.columns[row]
        types, target = dict(table.columns), list(table.target)
        if column == 1:
            types[about.name] = value  # type: ignore[assignment]
        else:
            target = [name for name in target if name != about.name and value != "target"]
            if value in ("target", "also"):
                target.append(about.name)
            types.pop(about.name, None)
            if value == "ignore":
                types[about.name] = "ignore"
            elif about.type not in ("number", "category"):
                types[about.name] = _usable(about)
        if types.get(about.name) == about.type and about.name not in target:
            del types[about.name]
        self.params_changed.emit({"columns": types, "target": target})


def _usable(column: TableColumn) -> ColumnType:
    """What a column that was left out can be taken as."""
    return "number" if column.numbers else "category"


def _about(column: TableColumn) -> str:
    """What is known of a column, for the pointer."""
    told = [
        tr(
            "{name}: {values}, {missing:,} missing",
            name=column.name,
            values=counted(column.distinct, "different value"),
            missing=column.missing,
        )
    ]
    if column.low is not None and column.high is not None:
        told.append(tr("from {low:,.6g} to {high:,.6g}", low=column.low, high=column.high))
    if column.categories:
        told.append(tr("for example {values}", values=", ".join(column.categories[:6])))
    return "\n".join(told)
