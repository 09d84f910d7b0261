"""A slider over given values with its name and its number, worked by mouse and arrow keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from playground.ui.theme import theme
from playground.ui.widgets.basics import label

_NAME, _NUMBER = 112, 52


class Knob(QWidget):
    """``values`` in rising order are all that it can be set to; ``changed`` comes when a person, or code, sets it."""

    changed = Signal()

    def __init__(
        self, title: str, values: Sequence[float], value: float, form: Callable[[float], str] | None = None
    ) -> None:
        super().__init__()
        within = min(max(value, min(values)), max(values))  # what it begins with can be come back to
        self._values, self._form = tuple(sorted({*values, within})), form or number
        self.name, self.number = label(title, "muted", wrap=True), label("", "mono")
        self.slider = _Slider(len(self._values) - 1)
        self.slider.setAccessibleName(title)
        self.name.setFixedWidth(_NAME)
        self.number.setMinimumWidth(_NUMBER)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.name)
        row.addWidget(self.slider, 1)
        row.addWidget(self.number)
        self.slider.setValue(self._nearest(value))
        self._show()
        self.slider.valueChanged.connect(self._on_moved)

    @property
    def value(self) -> float:
        return self._values[self.slider.value()]

    def set_value(self, value: float) -> None:
        """The nearest of its values."""
        self.slider.setValue(self._nearest(value))

    def _nearest(self, value: float) -> int:
        return min(range(len(self._values)), key=lambda index: abs(self._values[index] - value))

    def _on_moved(self, _position: int) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        text = self._form(self.value)
        self.number.setText(text)
        self.slider.setAccessibleDescription(text)


class _Slider(QSlider):
    """Takes the keyboard, and leaves the wheel to the page."""

    def __init__(self, last: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, max(0, last))
        self.setPageStep(max(1, last // 8))
        self.setMinimumHeight(24)
        self.setMinimumWidth(60)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(theme().color("accent"), 1.5))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)


_LONG = 7  # digits: a larger number is told by its power of ten


def number(value: float) -> str:
    """At most three digits that count; what is left of a rounding near 0 is 0."""
    text = f"{value:.3g}" if abs(value) >= 1e-9 else "0"
    if "e" in text:
        digits, power = text.split("e")
        text = f"{float(text):,.0f}" if 0 < int(power) < _LONG else f"{digits}e{int(power)}"
    return text.replace("-", "−")


def line(low: float, high: float, count: int) -> tuple[float, ...]:
    """``count`` values from ``low`` to ``high``, evenly apart."""
    return tuple(round(low + (high - low) * index / (count - 1), 6) for index in range(count))


def decades(low: int, high: int, digits: Sequence[float] = (1, 1.5, 2, 3, 5, 7)) -> tuple[float, ...]:
    """1, 1.5, 2, 3, 5, 7 of each decade from 10^low to 10^high."""
    return (*(float(f"{digit}e{power}") for power in range(low, high) for digit in digits), float(f"1e{high}"))
