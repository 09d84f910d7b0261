"""One field of a form: its name, its editor, what it was at first, and what there is to say of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from playground.core.forms import FormField
from playground.core.language import tr
from playground.ui.widgets.editors import CheckEditor, Editor
from playground.ui.widgets.field_menu import field_menu
from playground.ui.widgets.field_notes import FieldNotes
from playground.ui.widgets.field_parts import FieldName, ResetButton
from playground.ui.widgets.parse import expectation, format_value, same_value, with_unit
from playground.ui.widgets.relative import Relative
from playground.ui.widgets.text_editors import TextEditor

LABEL_WIDTH = 112
_LEAST_LABEL, _MOST_LABEL = LABEL_WIDTH, 148
_STACKED = 226  # below this width the name stands above its editor
_MOST_VALUES = 12


class FieldRow(QWidget):
    """One field: what it is called, its editor, and under them what is wrong or worth knowing."""

    edited = Signal(str, object, object)  # field name, value, sweep
    help_wanted = Signal(str)  # field name: its page of help
    spread_wanted = Signal(str)  # field name: its value for all layers of the kind

    def __init__(self, field: FormField, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.editor = field, editor
        self.spreads = False  # whether the menu offers to set the value everywhere
        self.has_page = False  # whether there is a page of help to open
        self._typed_wrong, self._fault, self._mixed_tip = "", "", ""
        self._result, self._gives = "", ""  # what a typed sum comes to, and what it leads to
        self._notes: FieldNotes | None = None
        self.name_label = FieldName(field, editor)
        self.reset = self._reset_button()
        self._lay_out()
        editor.edited.connect(self._on_edited)
        editor.wrong.connect(self._on_wrong)
        if isinstance(editor, TextEditor):
            editor.result.connect(self._on_result)
        self._describe()

    # --- what it shows ---

    def set_value(self, value: Any, *, mixed: bool = False) -> None:
        self.editor.set_value(value, mixed=mixed)
        self._show_reset(mixed or not same_value(value, self.field.default))

    def set_mixed_values(self, told: Sequence[str]) -> None:
        """The tooltip says what each of several layers has; empty when they agree."""
        more = len(told) - _MOST_VALUES
        tip = "\n".join([*told[:_MOST_VALUES], *([tr("… and {count} more", count=more)] if more > 0 else [])])
        if tip != self._mixed_tip:
            self._mixed_tip = tip
            self.editor.setToolTip(tip or self._tip())

    @property
    def changed(self) -> bool:
        """Whether it holds another value than the default."""
        return self.reset.isVisibleTo(self)

    @property
    def notes(self) -> FieldNotes:
        """What stands under the field; made when first asked for."""
        if self._notes is None:
            self._notes = FieldNotes()
            self._notes.mend_wanted.connect(self._on_mend)
            self._notes.more_wanted.connect(self._on_more)
            self._column.addWidget(self._notes)
            self._notes.show()  # a layout would do so in the next turn
        return self._notes

    @property
    def message(self) -> QLabel:
        return self.notes.message

    @property
    def note(self) -> QLabel:
        return self.notes.note

    @property
    def hint(self) -> str:
        """What the entry gives, while that is told."""
        return self._notes.hint.text() if self._notes is not None else ""

    def set_fault(self, message: str) -> None:
        """What the model says about the value that it has; empty for nothing."""
        if message or self._fault:
            self._fault = message
            self._show_message()

    def refuse(self, reason: str) -> None:
        """The model does not take what was made here."""
        self.set_fault("" if self.editor.refuse(reason) else reason)

    def set_note(self, text: str) -> None:
        if text or self._notes is not None:
            self.notes.show_note(text)

    def set_hint(self, text: str) -> None:
        """What the entry leads to: the shape behind it."""
        self._gives = text
        self._show_hint()

    def _on_result(self, text: str) -> None:
        self._result = text
        self._show_hint()

    def _show_hint(self) -> None:
        text = " · ".join(part for part in (self._result, self._gives) if part)
        if text or self._notes is not None:
            self.notes.show_hint(text)

    def toggle_help(self) -> None:
        """Show the help of the field under it, or hide it again."""
        shown = self._notes is not None and self._notes.help is not None
        self.notes.show_help("" if shown else self._help_text(), more=self.has_page)

    # --- events ---

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _asks_help(event):
            event.accept()
            return True
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._settle()
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _asks_help(event):
            self.toggle_help()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = field_menu(self)
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        stacked = width < _STACKED and not isinstance(self.editor, CheckEditor)
        wide = width if stacked else min(max(round(0.36 * width), _LEAST_LABEL), _MOST_LABEL)
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        if self._top.direction() != direction:
            self._top.setDirection(direction)
            self._top.setSpacing(0 if stacked else 4)
        if self._caption.width() != wide or self._caption.maximumWidth() != wide:
            self._caption.setFixedWidth(wide)
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def _settle(self) -> None:
        """A name that is to take two lines now: the layout, which was at work, did not hear of it."""
        if self._caption.heightForWidth(self._caption.width()) > self._caption.height():
            self._column.invalidate()
            self._column.activate()

    def minimumSizeHint(self) -> QSize:
        """What it needs with the name above the editor."""
        return QSize(max(self.editor.minimumSizeHint().width(), _LEAST_LABEL), super().minimumSizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        self.reset.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.reset.update()

    # --- parts ---

    def _reset_button(self) -> QToolButton:
        made = ResetButton(self)
        made.setAccessibleName(tr("Reset {name}", name=tr(self.field.label).lower()))
        made.setToolTip(tr("Reset to {value}", value=self.default_text()))
        made.clicked.connect(self.reset_value)
        policy = made.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        made.setSizePolicy(policy)
        return made

    def default_text(self) -> str:
        """The default in words."""
        default = self.field.default
        if isinstance(default, bool):
            return tr("on") if default else tr("off")
        return with_unit(self.field, default) or tr("automatic")

    def _lay_out(self) -> None:
        self._caption = QWidget()
        self._caption.setFixedWidth(LABEL_WIDTH)
        beside = QHBoxLayout(self._caption)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.name_label, 1)
        beside.addWidget(self.reset)
        self._top = QHBoxLayout()
        self._top.setSpacing(4)
        self._top.addWidget(self._caption)
        self._top.addWidget(self.editor, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addLayout(self._top)
        self.reset.hide()
        self.name_label.setBuddy(self.editor)

    def _tip(self) -> str:
        told = "" if self.field.kind == "bool" else expectation(self.field)
        return f"{tr(self.field.help)}\n{told}".strip()

    def _help_text(self) -> str:
        return f"{self._tip()}\n{tr('Default: {value}.', value=self.default_text())}"

    def _describe(self) -> None:
        tip = self._tip()
        self.name_label.setToolTip(tip)
        self.editor.setToolTip(tip)
        unit = tr(" In {unit}.", unit=tr(self.field.unit)) if self.field.unit else ""
        for widget in (self.editor, *self.editor.findChildren(QWidget)):
            if not widget.accessibleName():
                widget.setAccessibleName(tr(self.field.label))
                widget.setAccessibleDescription(f"{tip.replace(chr(10), ' ')}{unit}")
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # the row's, with all that one can do

    # --- what a person does ---

    def _on_edited(self, value: Any, sweep: object) -> None:
        self._show_reset(isinstance(value, Relative) or not same_value(value, self.field.default))
        self.edited.emit(self.field.name, value, sweep)

    def _on_wrong(self, message: str) -> None:
        self._typed_wrong = message
        if message:
            self._result = ""
            self.set_hint("")
        self._show_message()

    def reset_value(self) -> None:
        """Take the default, as an undo step of its own."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.take(self.field.default)
        self._show_reset(False)

    def _on_mend(self) -> None:
        offered = self.editor.suggestion()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if offered is not None:
            self.editor.take(offered)

    def _on_more(self) -> None:
        self.help_wanted.emit(self.field.name)

    def _show_reset(self, shown: bool) -> None:
        if shown == self.reset.isHidden():
            self.reset.setVisible(shown)
        self.name_label.mark(changed=shown)

    def _show_message(self) -> None:
        kept = format_value(self.field, self.editor.value)
        stays = tr(" {value} is kept.", value=kept) if self._typed_wrong and kept else ""
        text = f"{self._typed_wrong}{stays}" if self._typed_wrong else self._fault
        offered = self.editor.suggestion() if self._typed_wrong else None
        if text or self._notes is not None:
            self.notes.show_message(text, "" if offered is None else _grouped(with_unit(self.field, offered)))
        self.editor.mark_wrong(bool(text))


def _grouped(text: str) -> str:
    return f"{int(text):,}" if text.isdigit() else text


def _asks_help(event: QKeyEvent) -> bool:
    return (event.key() == Qt.Key.Key_F1 and event.modifiers() == Qt.KeyboardModifier.NoModifier) or event.text() == "?"
