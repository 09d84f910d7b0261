"""Editors with a text box: for shapes and words, and the base of those for numbers and pairs."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from playground.core.forms import FormField
from playground.core.language import tr
from playground.ui.widgets.basics import Combo, set_flag
from playground.ui.widgets.editors import AS_BEFORE, SEVERAL, Editor
from playground.ui.widgets.nearest import nearest
from playground.ui.widgets.parse import BadInput, format_value, parse_value, result_of, same_value
from playground.ui.widgets.relative import Relative, parse_relative, shown_result
from playground.ui.widgets.stepping import stepped
from playground.ui.widgets.value_line import ValueLine


class TextEditor(Editor):
    """A text box, or one with a list of words beside it. Tells every value while it is typed.

    What was told on the way to a text that is no value is given back: one sees and keeps the value from before.
    """

    result = Signal(str)  # what a typed sum comes to; empty where that needs no telling

    def __init__(self, field: FormField, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._placeholder = placeholder or (tr("automatic") if field.optional else "")
        self._wrong = self._rendered = self._typing = False
        self.line = self._made_line()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.combo: Combo | None = None
        if field.choices:
            self.combo = self._make_combo()
            self._layout.addWidget(self.combo)
        else:
            self._layout.addWidget(self.line)
        self.setFocusProxy(self.line)

    def _made_line(self) -> ValueLine:
        line = ValueLine()
        line.asks_help = self._field.kind != "text"
        line.setPlaceholderText(self._placeholder)
        line.textEdited.connect(self._on_typed)
        line.entered.connect(self._on_entered)
        line.left.connect(self._on_left)
        line.returnPressed.connect(self._on_enter)
        line.reverted.connect(self.take_back)
        line.stepped.connect(self._step)
        return line

    def _make_combo(self) -> Combo:
        combo = Combo()
        combo.setEditable(True)
        combo.setLineEdit(self.line)
        self.line.opens_list = True
        combo.setCompleter(None)  # type: ignore[arg-type]  # it would finish "s" as "same" and send it
        combo.setInsertPolicy(Combo.InsertPolicy.NoInsert)
        combo.addItems(list(self._field.choices))
        combo.activated.connect(self._on_chosen)
        return combo

    def mark_wrong(self, wrong: bool) -> None:
        set_flag(self.combo or self.line, "wrong", "true" if wrong else "false")

    def revert(self) -> None:
        """Show the value again in place of what was typed."""
        self._set_typing(typing=False)
        self._show_text()
        self._set_wrong("")

    def take_back(self) -> None:
        """Give back the value from before the typing, and show it (Escape)."""
        self._give_back()
        self.revert()
        self.line.selectAll()

    def refuse(self, reason: str) -> bool:
        self._give_back()
        self._set_wrong(reason)
        return True

    def suggestion(self) -> Any | None:
        return nearest(self._field, self._typed_text())

    def copied(self) -> str:
        return self._text()

    def paste(self, text: str) -> None:
        self.begin_sweep()
        self.line.setText(text.strip())
        self._set_typing(typing=True)
        self._read()
        if not self._wrong:
            self._on_left()

    def forget(self) -> None:
        super().forget()
        self.revert()

    # --- text and value ---

    def _text(self) -> str:
        return "" if self._mixed else format_value(self._field, self._value)

    def _show_text(self) -> None:
        """The value as text; unchanged text is left alone, with its cursor."""
        if self.line.text() != self._text():
            self.line.setText(self._text())

    def _typed_text(self) -> str:
        return self.line.text()

    def _render(self, changed: bool) -> None:
        self.line.setPlaceholderText(tr(SEVERAL) if self._mixed else self._placeholder)
        if (not changed and self._rendered) or (self._typing and self._mixed):
            return  # the person is typing; "3" must not become "3 × 3" under the cursor
        self._rendered = True
        self.begin_sweep()
        self._set_typing(typing=False)
        self._show_text()
        self._set_wrong("")

    def _on_typed(self, _text: str) -> None:
        if not self._typing:
            self._set_typing(typing=True)
            self.begin_sweep()
        self._read()

    def _read(self) -> None:
        """Tell the value that is typed, or what is wrong with it."""
        text = self._typed_text()
        try:
            value, change = self._parsed(text)
        except BadInput as error:
            self._give_back()
            self._set_wrong(error.told)
            return
        self._set_wrong("")
        self.result.emit(shown_result(self._field, change, value) or result_of(self._field, text))
        if self._mixed or not same_value(value, self._value):
            self._tell(value)

    def _parsed(self, text: str) -> tuple[Any, Relative | None]:
        value, mixed = self._before
        change = parse_relative(self._field, text, several=mixed)
        if change is None:
            return parse_value(self._field, text), None
        return (change if mixed else change.of(self._field, value)), change

    def _tell(self, value: Any) -> None:
        if isinstance(value, Relative):
            self.edited.emit(value, self.sweep)  # they still differ
            self._keep_state()
        else:
            super()._tell(value)

    def _give_back(self) -> None:
        """Tell the value from before the typing, in its sweep."""
        value, mixed = self._before
        if mixed and self._mixed and self._typing:
            self.edited.emit(AS_BEFORE, self.sweep)  # what a change made of each
            return
        if mixed == self._mixed and same_value(value, self._value):
            return
        if not mixed:
            self._tell(value)
            return
        self._value, self._mixed = value, mixed
        self.edited.emit(AS_BEFORE, self.sweep)

    # --- keyboard ---

    def _on_entered(self) -> None:
        self.begin_sweep()

    def _on_enter(self) -> None:
        """The entry is made, and one stays for another."""
        self._on_left()
        if not self._wrong:
            self.line.selectAll()

    def _on_left(self) -> None:
        """By Enter, or with the focus: what is typed next is another entry."""
        if not self._wrong:
            self._set_typing(typing=False)
            self._show_text()
            self.result.emit("")

    def _on_chosen(self, index: int) -> None:
        assert self.combo is not None
        self.begin_sweep()
        self._on_typed(self.combo.itemText(index))
        self._set_typing(typing=False)

    def _step(self, steps: int, fine: bool = False) -> None:
        """Shapes and words have no next value; a single number has."""
        if isinstance(self._value, (int, float)) and not isinstance(self._value, bool) and not self._mixed:
            self._try(stepped(self._field, self._value, steps, fine=fine))

    def _try(self, value: Any) -> None:
        """Take ``value`` if it is within the limits; a step beyond them does nothing."""
        text = format_value(self._field, value)
        try:
            value = parse_value(self._field, text)
        except BadInput:
            return
        if self._typing:
            self._set_typing(typing=False)
            self.begin_sweep()
        self.line.setText(text)
        self._set_wrong("")
        if self._mixed or not same_value(value, self._value):
            self._tell(value)

    def _set_typing(self, *, typing: bool) -> None:
        self._typing = typing
        self._keep_state()

    def _keep_state(self) -> None:
        for line in self._lines():
            line.typed_over = self._typing
            line.holds_typing = self._wrong or (self._typing and self._mixed)

    def _lines(self) -> list[ValueLine]:
        return [self.line]

    def _set_wrong(self, message: str) -> None:
        if message or self._wrong:
            self._wrong = bool(message)
            self._keep_state()
            self.wrong.emit(message)
