"""A form drawn from a description's fields, section by section. Whoever shows it decides what an entry does."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from playground.core.forms import FormField, told
from playground.core.language import tr
from playground.ui.widgets.basics import button
from playground.ui.widgets.editors import CheckEditor, ChoiceEditor, Editor
from playground.ui.widgets.field_row import LABEL_WIDTH, FieldRow
from playground.ui.widgets.fold import Fold
from playground.ui.widgets.number_editor import NumberEditor
from playground.ui.widgets.pair_editor import PairEditor
from playground.ui.widgets.slider_scale import scale_for
from playground.ui.widgets.text_editors import TextEditor

__all__ = ["LABEL_WIDTH", "FieldForm", "FieldRow", "editor_for"]

_ENOUGH = 2  # so many changed fields make "Reset all" worth a place


class FieldForm(QWidget):
    """Rows for some fields. It sends what people make of them and shows what it is told."""

    edited = Signal(str, object, object)  # field name, value, sweep
    reset_wanted = Signal(object)  # names of fields that are to have their defaults, as one step
    spread_wanted = Signal(str)  # field name: its value for all layers of the kind
    help_wanted = Signal(str)  # field name

    def __init__(
        self,
        fields: Iterable[FormField],
        *,
        editors: Mapping[str, Editor] | None = None,
        placeholders: Mapping[str, str] | None = None,
        resets: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``resets``: it offers to reset all, and somebody listens to ``reset_wanted``."""
        super().__init__(parent)
        self.rows: dict[str, FieldRow] = {}
        self.folds: dict[str, Fold] = {}
        self._reset_buttons: dict[str, QPushButton] = {}  # by section
        self._hinted = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for field in fields:
            editor = (editors or {}).get(field.name) or editor_for(field, (placeholders or {}).get(field.name, ""))
            self._add_row(FieldRow(field, editor), layout)
        if resets:
            for section in dict.fromkeys(row.field.section for row in self.rows.values()):
                self._add_reset(section, layout)
        self.edited.connect(self._on_any_edit)

    def _add_row(self, row: FieldRow, layout: QVBoxLayout) -> None:
        row.edited.connect(self.edited)
        row.spread_wanted.connect(self.spread_wanted)
        row.help_wanted.connect(self.help_wanted)
        self.rows[row.field.name] = row
        self._place(row.field.section, layout).addWidget(row)

    def _add_reset(self, section: str, layout: QVBoxLayout) -> None:
        made = button(tr("Reset all"), "link")
        made.setToolTip(tr("Give the fields above their defaults, as one step"))
        made.setProperty("section", section)
        made.clicked.connect(self._on_reset_all)
        made.hide()
        place = self._place(section, layout)
        at = place.count() if section else sum(not row.field.section for row in self.rows.values())
        place.insertWidget(at, made, 0, Qt.AlignmentFlag.AlignRight)
        self._reset_buttons[section] = made

    def _place(self, section: str, layout: QVBoxLayout) -> QVBoxLayout:
        if not section:
            return layout
        if section not in self.folds:
            self.folds[section] = Fold(tr(section))
            layout.addWidget(self.folds[section])
        return self.folds[section].body

    def set_values(self, values: Mapping[str, Any], mixed: Collection[str] = ()) -> None:
        """Show ``values``; fields named in ``mixed`` differ between layers."""
        for name, row in self.rows.items():
            if name in values:
                row.set_value(values[name], mixed=name in mixed)
        self._summarize()

    def offer_pages(self, *, offered: bool) -> None:
        """Whether the help of a field leads to a page of its own: somebody listens to ``help_wanted``."""
        for row in self.rows.values():
            row.has_page = offered

    def set_mixed_values(self, told: Mapping[str, Sequence[str]]) -> None:
        """What each layer has in the fields in which they differ."""
        for name, row in self.rows.items():
            row.set_mixed_values(told.get(name, ()))

    def set_options(self, name: str, options: Iterable[tuple[Any, str]]) -> None:
        """What the field ``name`` lets choose from, where other layers or networks decide that."""
        editor = self.rows[name].editor
        if isinstance(editor, ChoiceEditor):
            editor.set_options(options)

    def set_faults(self, faults: Mapping[str, str]) -> None:
        for name, row in self.rows.items():
            row.set_fault(faults.get(name, ""))
            if name in faults and row.field.section:
                self.folds[row.field.section].open()

    @property
    def hinted(self) -> str:
        """The field under which is told what it gives; empty for none."""
        return self._hinted

    def set_hint(self, name: str, text: str) -> None:
        """Tell under the field ``name`` what its entry gives, and under no other."""
        if self._hinted and self._hinted != name and self._hinted in self.rows:
            self.rows[self._hinted].set_hint("")
        self._hinted = name
        if name in self.rows:
            self.rows[name].set_hint(text)

    def _on_any_edit(self) -> None:
        self._summarize()

    def _on_reset_all(self) -> None:
        section = self.sender().property("section")
        names = [name for name, row in self.rows.items() if row.field.section == section and row.changed]
        self.reset_wanted.emit(names)

    def _summarize(self) -> None:
        """A closed section names what in it is not as it was at first."""
        for section, fold in self.folds.items():
            labels = [tr(row.field.label) for row in self._changed(section)]
            fold.set_summary(", ".join(name if name.isupper() else name.lower() for name in labels))
        for section, made in self._reset_buttons.items():
            made.setVisible(len(self._changed(section)) >= _ENOUGH)

    def _changed(self, section: str) -> list[FieldRow]:
        return [row for row in self.rows.values() if row.field.section == section and row.changed]

    @property
    def last_focus(self) -> QWidget:
        """Where Tab leaves the form. It must have a row."""
        editor = list(self.rows.values())[-1].editor
        # not the list that a combo box opens: that is a window of its own
        inside = [widget for widget in editor.findChildren(QWidget) if widget.window() is editor.window()]
        reached = [widget for widget in inside if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
        return reached[-1] if reached else editor

    def forget(self) -> None:
        """Drop what was typed and not taken."""
        self.set_hint("", "")
        for row in self.rows.values():
            row.editor.forget()


def editor_for(field: FormField, placeholder: str = "") -> Editor:
    """The editor that fits the kind of ``field``."""
    if field.kind == "bool":
        return CheckEditor()
    if field.kind == "choice":
        options = [(choice, told(choice)) for choice in field.choices]
        return ChoiceEditor([(None, placeholder or tr("automatic")), *options] if field.optional else options)
    if field.kind in {"layer", "network"}:
        chooser = ChoiceEditor([(None, tr("its own"))] if field.kind == "layer" else [])
        chooser.nothing = placeholder or tr("choose one")
        return chooser
    if field.kind in {"int", "float"}:
        return NumberEditor(field, scale_for(field), placeholder)
    if field.kind == "pair" and field.axes > 1:
        return PairEditor(field, placeholder)
    return TextEditor(field, placeholder)
