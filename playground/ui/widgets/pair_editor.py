"""A number for each axis of an image or a volume, linked to be one or each for itself: kernels, strides, paddings."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from playground.core.forms import FormField
from playground.core.language import mark, tr
from playground.ui.theme import theme
from playground.ui.widgets.basics import set_flag
from playground.ui.widgets.parse import split_parts
from playground.ui.widgets.stepper import Stepper
from playground.ui.widgets.stepping import stepped
from playground.ui.widgets.text_editors import TextEditor
from playground.ui.widgets.value_line import ValueLine

_AXES = {2: (mark("height"), mark("width")), 3: (mark("depth"), mark("height"), mark("width"))}
_LETTERS = {"depth": mark("D"), "height": mark("H"), "width": mark("W")}


class PairEditor(TextEditor):
    """Linked: one box whose number counts for all axes. Not linked: a box for each.

    Numbers that differ cannot be shown linked; "5 × 3" typed into the one box parts them.
    """

    def __init__(self, field: FormField, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(field, placeholder, parent)
        self._asked_apart = self._apart = False
        self._others: list[ValueLine] = []
        self._stepper: Stepper | None = None
        self._frame: QFrame | None = None
        self.line.set_unit(tr(field.unit) if field.unit else "")
        if self.combo is None:
            self._put_into_frame()
        self._layout.setSpacing(4)
        self.chain = _Chain()
        self.chain.setAccessibleName(tr("{name}: one number for all axes", name=tr(field.label)))
        self.chain.clicked.connect(self._on_chain)
        self._layout.addWidget(self.chain)
        self._show_chain()

    @property
    def apart(self) -> bool:
        """Whether there is a box for each axis."""
        return self._apart

    @property
    def lines(self) -> list[ValueLine]:
        """The boxes that are shown, first axis first."""
        return [self.line, *(self._others if self._apart else ())]

    def mark_wrong(self, wrong: bool) -> None:
        for widget in (self.combo or self._frame or self.line, *self._others):
            set_flag(widget, "wrong", "true" if wrong else "false")

    def forget(self) -> None:
        self._asked_apart = False
        super().forget()

    def _put_into_frame(self) -> None:
        """As a number has it: the box without a border of its own, and the small arrows."""
        self._frame = QFrame()
        self._frame.setProperty("look", "field")
        inner = QHBoxLayout(self._frame)
        inner.setContentsMargins(8, 0, 2, 0)
        inner.setSpacing(0)
        self.line.setProperty("look", "bare")
        self._layout.replaceWidget(self.line, self._frame)
        inner.addWidget(self.line, 1)
        self._stepper = Stepper(tr("{name}: step up or down", name=tr(self._field.label)))
        self._stepper.stepped.connect(self._step)
        inner.addWidget(self._stepper)
        self.line.entered.connect(self._on_focus)
        self.line.left.connect(self._on_focus)

    def _on_focus(self) -> None:
        if self._frame is not None:
            set_flag(self._frame, "focused", "true" if self.line.hasFocus() else "false")

    def _lines(self) -> list[ValueLine]:
        return [self.line, *getattr(self, "_others", ())]  # asked for by the base before there are any

    # --- text ---

    def _typed_text(self) -> str:
        if not getattr(self, "_apart", False):
            return self.line.text()
        first = self.line.text().strip()
        if len(split_parts(first)) > 1 or first in self._field.choices:
            return first  # all of them, or a word, typed into the first box
        return " × ".join(line.text().strip() or "?" for line in self.lines)

    def _show_text(self) -> None:
        numbers = self._numbers()
        differ = numbers is not None and len(set(numbers)) > 1
        self._set_apart(apart=differ or (self._asked_apart and numbers is not None))
        if not self._apart or numbers is None:
            super()._show_text()
        else:
            for line, number in zip(self.lines, numbers, strict=True):
                if line.text() != str(number):
                    line.setText(str(number))
        self._show_chain()

    def _numbers(self) -> list[Any] | None:
        """One for each axis; None for a word, for nothing, and where layers differ."""
        value = self._value
        if self._mixed or value is None or isinstance(value, (str, bool)):
            return None
        if isinstance(value, (list, tuple)):
            return list(value) if len(value) == self._field.axes else None
        return [value] * self._field.axes

    def _tell(self, value: Any) -> None:
        super()._tell(value)
        self._show_chain()

    # --- linked and apart ---

    def _set_apart(self, *, apart: bool) -> None:
        if apart == self._apart:
            return
        self._apart = apart
        if apart and not self._others:
            self._make_others()
        names = _AXES[self._field.axes]
        self.line.set_prefix(tr(_LETTERS[names[0]]) if apart else "")
        for line in self._others:
            line.setVisible(apart)
        if self._stepper is not None:
            self._stepper.setVisible(not apart)
        self._name_lines()

    def _make_others(self) -> None:
        for place, name in enumerate(_AXES[self._field.axes][1:], 1):
            line = self._made_line()
            line.stepped.disconnect(self._step)
            line.stepped.connect(partial(self._step_axis, place))
            line.set_prefix(tr(_LETTERS[name]))
            line.set_unit(tr(self._field.unit) if self._field.unit else "")
            line.setToolTip(self.toolTip())
            line.setAccessibleDescription(self.line.accessibleDescription())
            self._layout.insertWidget(place, line)
            QWidget.setTabOrder(self._others[-1] if self._others else self.line, line)
            self._others.append(line)
        QWidget.setTabOrder(self._others[-1], self.chain)

    def _name_lines(self) -> None:
        label = tr(self._field.label)
        for line, axis in zip(self._lines(), _AXES[self._field.axes], strict=False):
            line.setAccessibleName(tr("{name}, {axis}", name=label, axis=tr(axis)) if self._apart else label)

    def _show_chain(self) -> None:
        numbers = self._numbers()
        self.chain.setEnabled(numbers is not None)
        self.chain.setChecked(not self._apart)
        if numbers is None:
            self.chain.setToolTip(tr("There are no numbers to take apart"))
        elif self._apart:
            self.chain.setToolTip(tr("A number for each axis. Click for one that counts for all."))
        else:
            self.chain.setToolTip(tr("One number for all axes. Click for one for each."))

    def _on_chain(self) -> None:
        numbers = self._numbers()
        self._asked_apart = not self._apart
        if self._asked_apart or numbers is None:
            self._show_text()
        elif len(set(numbers)) > 1:
            self.take(numbers[0])  # the first counts for all
        else:
            self._show_text()
        self.line.setFocus()
        self.line.selectAll()

    def _step(self, steps: int, fine: bool = False) -> None:
        if self._apart:
            self._step_axis(0, steps, fine)
        else:
            super()._step(steps, fine)

    def _step_axis(self, place: int, steps: int, fine: bool) -> None:
        numbers = self._numbers()
        if numbers is None:
            return
        numbers[place] = stepped(self._field, numbers[place], steps, fine=fine)
        value: Any = numbers[0] if len(set(numbers)) == 1 else numbers
        self._asked_apart = True
        if self._typing:
            self._set_typing(typing=False)
            self.begin_sweep()
        self._set_wrong("")
        if value != self._value:
            self._tell(value)
        self._show_text()


class _Chain(QToolButton):
    """Two links of a chain, closed while one number counts for all axes, open while each has its own."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setProperty("look", "step")
        self.setFixedSize(24, 26)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(theme().color("accent"), 1) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("accentSoft") if self.underMouse() else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        linked = self.isChecked()
        color = theme().color("accent" if linked and self.isEnabled() else "muted")
        if not self.isEnabled():
            color.setAlphaF(0.45)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        x, y, gap = self.width() / 2, self.height() / 2, 0.0 if linked else 2.2
        for side in (-1, 1):
            painter.save()
            painter.translate(x + side * gap, y)
            painter.scale(side, 1)
            # an open ring: its free ends look to the other one
            painter.drawArc(QRectF(0.6, -3.4, 6.8, 6.8), -90 * 16, 180 * 16)
            painter.drawLine(QPointF(4, -3.4), QPointF(2.2, -3.4))
            painter.drawLine(QPointF(4, 3.4), QPointF(2.2, 3.4))
            painter.restore()
        if linked:
            painter.drawLine(QPointF(x - 3.4, y), QPointF(x + 3.4, y))
