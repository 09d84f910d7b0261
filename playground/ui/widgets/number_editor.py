"""A number with its unit, a slider over its sensible values, and two small arrows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from playground.core.forms import FormField
from playground.core.language import tr
from playground.ui.theme import CAPTION, theme
from playground.ui.widgets.basics import set_flag
from playground.ui.widgets.fine_slider import FineSlider
from playground.ui.widgets.slider_scale import SliderScale
from playground.ui.widgets.stepper import Stepper
from playground.ui.widgets.stepping import nice
from playground.ui.widgets.text_editors import TextEditor

_CURSOR, _LEAST_LINE, _MOST_LINE = 8, 32, 96  # pixels beside a number, and for it
_WIDE_ENOUGH = 124  # for number, slider and arrows side by side
_ROOM_FOR_UNIT = 150
_NOTCH = 120  # what a wheel tells for one notch


class NumberEditor(TextEditor):
    """The slider goes over the usual values; the arrow keys and the small arrows know what comes next."""

    def __init__(
        self, field: FormField, scale: SliderScale | None, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(field, placeholder, parent)
        self._scale = scale
        self.slider: FineSlider | None = None
        self._turned = 0  # of the wheel, not yet a notch
        self._frame = QFrame()
        self._frame.setProperty("look", "field")
        self._layout.addWidget(self._frame)
        inner = QHBoxLayout(self._frame)
        inner.setContentsMargins(8, 0, 2, 0)
        inner.setSpacing(4)
        self.line.setProperty("look", "bare")
        self.line.set_unit(tr(field.unit) if field.unit else "")
        inner.addWidget(self.line, 2)
        self.line.entered.connect(self._on_focus)
        self.line.left.connect(self._on_focus)
        if scale is not None:
            self.slider = FineSlider(len(scale.values) - 1)
            self.slider.sliderPressed.connect(self.begin_sweep)
            self.slider.dragged.connect(self._on_dragged)
            self.slider.valueChanged.connect(self._on_slid)
            inner.addWidget(self.slider, 3)
        self.stepper = Stepper(tr("{name}: step up or down", name=tr(field.label)))
        self.stepper.stepped.connect(self._on_arrow)
        inner.addWidget(self.stepper)

    def mark_wrong(self, wrong: bool) -> None:
        set_flag(self._frame, "wrong", "true" if wrong else "false")

    def scrub(self, pixels: int, *, fine: bool) -> None:
        """A hand that draws on the label: to the right is more."""
        if self._scale is None:
            self._step(pixels // 4 or (1 if pixels > 0 else -1), fine=True)
        elif isinstance(self._value, (int, float)) and not self._mixed:
            at = self._scale.position(self._value) + (1 if pixels > 0 else -1)
            if fine:
                self._step(1 if pixels > 0 else -1, fine=True)
            else:
                self._on_slid(min(max(at, 0), len(self._scale.values) - 1))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel is the panel's, but for the field that one is in."""
        inside = self.line.hasFocus() or (self.slider is not None and self.slider.hasFocus())
        if not inside:
            event.ignore()
            return
        self._turned += event.angleDelta().y() or event.angleDelta().x()  # Alt turns it sideways
        notches = int(self._turned / _NOTCH)
        self._turned -= notches * _NOTCH
        fine = bool(event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier))
        for _ in range(abs(notches)):
            self._step(1 if notches > 0 else -1, fine=fine)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.stepper.setVisible(self.slider is None or event.size().width() >= _WIDE_ENOUGH)

    def _on_arrow(self, step: int, fine: bool) -> None:
        if not self.line.hasFocus():
            self.line.setFocus()
        self._step(step, fine)

    def _on_focus(self) -> None:
        set_flag(self._frame, "focused", "true" if self.line.hasFocus() else "false")

    def _render(self, changed: bool) -> None:
        super()._render(changed)
        self._keep_room()
        self._place_slider()

    def _tell(self, value: Any) -> None:
        super()._tell(value)
        self._keep_room()
        self._place_slider()

    def _keep_room(self) -> None:
        """Where it is narrow the slider yields to the number, and the unit to both."""
        if self.slider is not None:
            wide = self.line.fontMetrics().horizontalAdvance(self.line.text()) + _CURSOR
            if self._field.unit and self.width() >= _ROOM_FOR_UNIT:
                wide += 4 + QFontMetrics(theme().font(CAPTION)).horizontalAdvance(tr(self._field.unit))
            wide = min(max(wide, _LEAST_LINE), _MOST_LINE)
            if self.line.minimumWidth() != wide:
                self.line.setMinimumWidth(wide)

    def _place_slider(self) -> None:
        if self.slider is None or self._scale is None or not isinstance(self._value, (int, float)):
            return
        if self.slider.isSliderDown():
            return  # it is where the hand is
        with QSignalBlocker(self.slider):
            self.slider.setValue(self._scale.position(self._value))

    def _on_slid(self, position: int) -> None:
        assert self._scale is not None
        self._try_number(self._scale.value(position))

    def _on_dragged(self, at: float, slowly: bool) -> None:
        assert self._scale is not None
        assert self.slider is not None
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(at))
        if not slowly:
            self._on_slid(round(at))
            return
        gap = self._scale.gap(at)
        step = 1.0 if self._field.kind == "int" else nice(gap / 10) if gap > 0 else 0.01
        self._try_number(float(f"{round(self._scale.between(at) / step) * step:.12g}"))

    def _try_number(self, value: float) -> None:
        self._try(round(value) if self._field.kind == "int" else value)
