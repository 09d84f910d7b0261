"""A form drawn from a description's fields: label, editor, reset to the default, and what is wrong, in place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from playground.core.forms import FormField
from playground.ui.theme import theme
from playground.ui.widgets.basics import label, set_text
from playground.ui.widgets.editors import CheckEditor, ChoiceEditor, Editor
from playground.ui.widgets.fold import Fold
from playground.ui.widgets.parse import expectation, format_value, same_value
from playground.ui.widgets.slider_scale import scale_for
from playground.ui.widgets.text_editors import NumberEditor, TextEditor

LABEL_WIDTH = 108


class FieldRow(QWidget):
    """One field: what it is called, its editor, and under them what is wrong or worth knowing."""

    edited = Signal(str, object, object)  # field name, value, sweep

    def __init__(self, field: FormField, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.editor = field, editor
        self._typed_wrong, self._fault = "", ""
        self.name_label = label(field.label, "muted", wrap=True)
        self.reset = self._reset_button()
        self.message = label("", "bad-caption", wrap=True)
        self.note = label("", "caption", wrap=True)
        self._lay_out()
        editor.edited.connect(self._on_edited)
        editor.wrong.connect(self._on_wrong)
        self._describe()

    def set_value(self, value: Any, *, mixed: bool = False) -> None:
        self.editor.set_value(value, mixed=mixed)
        self._show_reset(mixed or not same_value(value, self.field.default))

    @property
    def changed(self) -> bool:
        """Whether it holds another value than the default."""
        return self.reset.isVisibleTo(self)

    def set_fault(self, message: str) -> None:
        """What the model says about the value that it has; empty for nothing."""
        self._fault = message
        self._show_message()

    def refuse(self, reason: str) -> None:
        """The model does not take what was made here."""
        self.set_fault("" if self.editor.refuse(reason) else reason)

    def set_note(self, text: str) -> None:
        set_text(self.note, text)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.reset.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.reset.update()

    def _reset_button(self) -> QToolButton:
        made = _ResetButton(self)
        made.setAccessibleName(f"Reset {self.field.label.lower()}")
        shown = format_value(self.field, self.field.default) or "automatic"
        made.setToolTip(f"Reset to {shown}")
        made.clicked.connect(self._on_reset)
        policy = made.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        made.setSizePolicy(policy)
        return made

    def _lay_out(self) -> None:
        caption = QWidget()
        caption.setFixedWidth(LABEL_WIDTH)
        beside = QHBoxLayout(caption)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.name_label)
        beside.addStretch(1)
        beside.addWidget(self.reset)
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(caption)
        top.addWidget(self.editor, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self.message)
        layout.addWidget(self.note)
        self.message.hide()
        self.note.hide()
        self.reset.hide()
        self.name_label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.name_label.setMinimumWidth(LABEL_WIDTH - 24)
        self.name_label.setBuddy(self.editor)

    def _describe(self) -> None:
        tip = self.field.help if self.field.kind == "bool" else f"{self.field.help}\n{expectation(self.field)}"
        self.name_label.setToolTip(tip.strip())
        self.editor.setToolTip(tip.strip())
        for widget in (self.editor, *self.editor.findChildren(QWidget)):
            if not widget.accessibleName():
                widget.setAccessibleName(self.field.label)
                widget.setAccessibleDescription(self.field.help)

    def _on_edited(self, value: Any, sweep: object) -> None:
        self._show_reset(not same_value(value, self.field.default))
        self.edited.emit(self.field.name, value, sweep)

    def _on_wrong(self, message: str) -> None:
        self._typed_wrong = message
        self._show_message()

    def _on_reset(self) -> None:
        self.editor.forget()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.begin_sweep()
        self.editor.set_value(self.field.default)
        self._on_edited(self.field.default, self.editor.sweep)

    def _show_reset(self, shown: bool) -> None:
        self.reset.setVisible(shown)

    def _show_message(self) -> None:
        kept = format_value(self.field, self.editor.value)
        stays = f" {kept} is kept." if self._typed_wrong and kept else ""
        text = f"{self._typed_wrong}{stays}" if self._typed_wrong else self._fault
        set_text(self.message, text)
        self.editor.mark_wrong(bool(text))


class _ResetButton(QToolButton):
    """Seen only while the pointer is on its row or the keyboard on itself: most fields differ from their default."""

    def __init__(self, row: QWidget) -> None:
        super().__init__(row)
        self._row = row
        self.setFixedSize(24, 24)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not (self._row.underMouse() or self.hasFocus()):
            return
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("text" if self.underMouse() else "muted"), 1.5))
        painter.drawArc(QRectF(7, 7, 10, 10), 150 * 16, -300 * 16)  # from the upper left once around, clockwise
        painter.drawPolyline([QPointF(7, 6), QPointF(7.5, 9.7), QPointF(11, 9)])


class FieldForm(QWidget):
    """Rows for some fields. It sends what people make of them and shows what it is told."""

    edited = Signal(str, object, object)  # field name, value, sweep

    def __init__(
        self,
        fields: Iterable[FormField],
        *,
        editors: Mapping[str, Editor] | None = None,
        placeholders: Mapping[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows: dict[str, FieldRow] = {}
        self.folds: dict[str, Fold] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for field in fields:
            editor = (editors or {}).get(field.name) or editor_for(field, (placeholders or {}).get(field.name, ""))
            row = FieldRow(field, editor)
            row.edited.connect(self.edited)
            self.rows[field.name] = row
            self._place(field.section, layout).addWidget(row)
        self.edited.connect(self._summarize)

    def _place(self, section: str, layout: QVBoxLayout) -> QVBoxLayout:
        if not section:
            return layout
        if section not in self.folds:
            self.folds[section] = Fold(section)
            layout.addWidget(self.folds[section])
        return self.folds[section].body

    def set_values(self, values: Mapping[str, Any], mixed: Collection[str] = ()) -> None:
        """Show ``values``; fields named in ``mixed`` differ between layers."""
        for name, row in self.rows.items():
            if name in values:
                row.set_value(values[name], mixed=name in mixed)
        self._summarize()

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

    def _summarize(self) -> None:
        """A closed section names what in it is not as it was at first."""
        for section, fold in self.folds.items():
            labels = [row.field.label for row in self.rows.values() if row.field.section == section and row.changed]
            fold.set_summary(", ".join(name if name.isupper() else name.lower() for name in labels))

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
        for row in self.rows.values():
            row.editor.forget()


def editor_for(field: FormField, placeholder: str = "") -> Editor:
    """The editor that fits the kind of ``field``."""
    if field.kind == "bool":
        return CheckEditor()
    if field.kind == "choice":
        options = [(choice, choice) for choice in field.choices]
        return ChoiceEditor([(None, placeholder or "automatic"), *options] if field.optional else options)
    if field.kind in {"layer", "network"}:
        chooser = ChoiceEditor([(None, "its own")] if field.kind == "layer" else [])
        chooser.nothing = placeholder or "choose one"
        return chooser
    if field.kind in {"int", "float"}:
        return NumberEditor(field, scale_for(field), placeholder)
    return TextEditor(field, placeholder)
