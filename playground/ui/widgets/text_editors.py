"""Editors with a text box: numbers (with a slider where one is of use), pairs, shapes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSlider, QToolButton, QWidget

from playground.core.forms import FormField
from playground.ui.widgets.basics import Combo, set_flag
from playground.ui.widgets.editors import AS_BEFORE, SEVERAL, Editor
from playground.ui.widgets.parse import BadInput, format_value, parse_value, same_value
from playground.ui.widgets.slider_scale import SliderScale
from playground.ui.widgets.value_line import ValueLine

_CURSOR, _LEAST_LINE, _MOST_LINE = 6, 32, 84  # pixels beside a number, and for it


class TextEditor(Editor):
    """A text box, or one with a list of words beside it. Tells every value while it is typed.

    What was told on the way to a text that is no value is given back: one sees and keeps the value from before.
    """

    def __init__(self, field: FormField, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._placeholder = placeholder or ("automatic" if field.optional else "")
        self._wrong = self._rendered = self._typing = False
        self.line = ValueLine()
        self.line.setPlaceholderText(self._placeholder)
        self.line.textEdited.connect(self._on_typed)
        self.line.entered.connect(self.begin_sweep)
        self.line.left.connect(self._on_left)
        self.line.returnPressed.connect(self._on_left)
        self.line.reverted.connect(self.revert)
        self.line.stepped.connect(self._step)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.combo: Combo | None = None
        if field.choices:
            self.combo = self._make_combo()
            self._layout.addWidget(self.combo)
        else:
            self._layout.addWidget(self.line)
        self.setFocusProxy(self.line)

    def _make_combo(self) -> Combo:
        combo = Combo()
        combo.setEditable(True)
        combo.setLineEdit(self.line)
        combo.setCompleter(None)  # type: ignore[arg-type]  # it would finish "s" as "same" and send it
        combo.setInsertPolicy(Combo.InsertPolicy.NoInsert)
        combo.addItems(list(self._field.choices))
        combo.activated.connect(self._on_chosen)
        return combo

    def mark_wrong(self, wrong: bool) -> None:
        set_flag(self.combo or self.line, "wrong", "true" if wrong else "false")

    def revert(self) -> None:
        """Show the value again in place of what was typed."""
        self._typing = False
        self.line.setText(self._text())
        self._set_wrong("")

    def refuse(self, reason: str) -> bool:
        self._give_back()
        self._set_wrong(reason)
        return True

    def forget(self) -> None:
        super().forget()
        self.revert()

    def _text(self) -> str:
        return "" if self._mixed else format_value(self._field, self._value)

    def _render(self, changed: bool) -> None:
        self.line.setPlaceholderText(SEVERAL if self._mixed else self._placeholder)
        if not changed and self._rendered:
            return  # the person is typing; "3" must not become "3 × 3" under the cursor
        self._rendered = True
        self.begin_sweep()
        if self.line.text() != self._text():
            self.line.setText(self._text())
        self._set_wrong("")

    def _on_typed(self, text: str) -> None:
        if not self._typing:
            self._typing = True
            self.begin_sweep()
        try:
            value = parse_value(self._field, text)
        except BadInput as error:
            self._give_back()
            self._set_wrong(str(error))
            return
        self._set_wrong("")
        if self._mixed or not same_value(value, self._value):
            self._tell(value)

    def _give_back(self) -> None:
        """Tell the value from before the typing, in its sweep."""
        value, mixed = self._before
        if mixed == self._mixed and same_value(value, self._value):
            return
        if not mixed:
            self._tell(value)
            return
        self._value, self._mixed = value, mixed
        self.edited.emit(AS_BEFORE, self.sweep)

    def _on_left(self) -> None:
        """By Enter, or with the focus: what is typed next is another entry."""
        if not self._wrong:
            self._typing = False
            self.line.setText(self._text())

    def _on_chosen(self, index: int) -> None:
        assert self.combo is not None
        self.begin_sweep()
        self._on_typed(self.combo.itemText(index))
        self._typing = False

    def _step(self, steps: int) -> None:
        """Pairs and shapes have no next value; a single number of a pair has."""
        if isinstance(self._value, int) and not self._mixed:
            self._try(self._value + steps)

    def _try(self, value: Any) -> None:
        """Take ``value`` if it is within the limits; a step beyond them does nothing."""
        text = format_value(self._field, value)
        try:
            value = parse_value(self._field, text)
        except BadInput:
            return
        if self._typing:
            self._typing = False
            self.begin_sweep()
        self.line.setText(text)
        self._set_wrong("")
        if self._mixed or not same_value(value, self._value):
            self._tell(value)

    def _set_wrong(self, message: str) -> None:
        if message or self._wrong:
            self._wrong = bool(message)
            self.wrong.emit(message)


class NumberEditor(TextEditor):
    """A number with a slider over its sensible values, or with two step buttons where no slider is of use."""

    def __init__(
        self, field: FormField, scale: SliderScale | None, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(field, placeholder, parent)
        self._scale = scale
        self.slider: QSlider | None = None
        self._frame = QFrame()
        self._frame.setProperty("look", "field")
        self._layout.addWidget(self._frame)
        inner = QHBoxLayout(self._frame)
        inner.setContentsMargins(8, 0, 8 if scale else 2, 0)
        inner.setSpacing(4)
        self.line.setProperty("look", "bare")
        inner.addWidget(self.line, 2)
        self.line.entered.connect(self._on_focus)
        self.line.left.connect(self._on_focus)
        if scale is not None:
            self.slider = _Slider(len(scale.values) - 1)
            self.slider.sliderPressed.connect(self.begin_sweep)
            self.slider.valueChanged.connect(self._on_slid)
            inner.addWidget(self.slider, 3)
        elif field.kind == "int":
            for text, name, step in (("−", "less", -1), ("+", "more", 1)):
                inner.addWidget(self._step_button(text, f"{field.label}: {name}", step))

    def mark_wrong(self, wrong: bool) -> None:
        set_flag(self._frame, "wrong", "true" if wrong else "false")

    def _step_button(self, text: str, name: str, step: int) -> QToolButton:
        made = QToolButton()
        made.setText(text)
        made.setProperty("look", "step")
        made.setAccessibleName(name)
        made.setFixedSize(24, 24)
        made.setAutoRepeat(True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(self._step_up if step > 0 else self._step_down)
        return made

    def _step_up(self) -> None:
        self._step(1)

    def _step_down(self) -> None:
        self._step(-1)

    def _on_focus(self) -> None:
        set_flag(self._frame, "focused", "true" if self.line.hasFocus() else "false")

    def _render(self, changed: bool) -> None:
        super()._render(changed)
        self._keep_room()
        self._place_slider()

    def _tell(self, value: Any) -> None:
        super()._tell(value)
        self._place_slider()

    def _keep_room(self) -> None:
        """Where it is narrow the slider yields to the number."""
        if self.slider is not None:
            wide = self.line.fontMetrics().horizontalAdvance(self.line.text()) + _CURSOR
            self.line.setMinimumWidth(min(max(wide, _LEAST_LINE), _MOST_LINE))

    def _place_slider(self) -> None:
        if self.slider is None or self._scale is None or not isinstance(self._value, (int, float)):
            return
        if self.slider.isSliderDown():
            return  # it is where the hand is
        with QSignalBlocker(self.slider):
            self.slider.setValue(self._scale.position(self._value))

    def _on_slid(self, position: int) -> None:
        assert self._scale is not None
        value = self._scale.value(position)
        self._try(int(value) if self._field.kind == "int" else value)

    def _step(self, steps: int) -> None:
        if self._mixed or not isinstance(self._value, (int, float)):
            return
        if self._field.kind == "int":
            self._try(self._value + steps)
        elif self._scale is not None:
            last = len(self._scale.values) - 1
            self._try(self._scale.value(min(max(self._scale.position(self._value) + steps, 0), last)))


class _Slider(QSlider):
    """A slider that leaves the wheel to the panel behind it."""

    def __init__(self, last: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, last)
        self.setPageStep(max(last // 10, 1))
        self.setMinimumWidth(40)
        self.setMinimumHeight(24)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
