"""What all interactive pictures have: a painted plate, knobs under it, and a line that says what is seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QStyle, QToolButton, QVBoxLayout, QWidget

from playground.core.language import tr
from playground.ui.help.pictures.knob import Knob
from playground.ui.icons import sign
from playground.ui.theme import BODY, CAPTION, theme
from playground.ui.widgets.basics import Combo, label, set_text
from playground.ui.widgets.wrapping_row import WrappingRow

Options = dict[str, Any]
_WIDEST_CHOICE = 220


def moves() -> bool:
    """Whether things may move by themselves: not where the system asks for reduced motion."""
    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0


class Plate(QWidget):
    """A place that is painted; a picture subclasses it and takes mouse and keys itself."""

    changed = Signal()  # a person moved something on it

    def __init__(self, height: int, name: str) -> None:
        super().__init__()
        self._height = height
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(320, self._height)

    def draw(self, painter: QPainter) -> None:
        """Paint all of it."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().font(CAPTION))
        self.draw(painter)
        if self.hasFocus():
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


class InteractivePicture(QFrame):
    """A subclass fills it with ``add_plate``, ``add_knob``, ``add_choice``, ``add_buttons`` and tells in ``say``."""

    def __init__(self, options: Options | None = None) -> None:
        super().__init__()
        self.options = options or {}
        self.setProperty("look", "code")
        self.setProperty("picture", True)
        self.knobs: dict[str, Knob] = {}
        self.choices: dict[str, Combo] = {}
        self.buttons: dict[str, QToolButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 8, 8, 8)
        self._column.setSpacing(6)
        self._choices: WrappingRow | None = None
        self._presses: WrappingRow | None = None
        self._said = label("", "", wrap=True, selectable=True)
        self._hint = label("", "caption", wrap=True)
        self._timer = QTimer(self)
        self._act: Callable[[], bool] | None = None
        self._timer.timeout.connect(self._on_tick)

    # --- for subclasses ---

    @property
    def params(self) -> Options:
        """Parameters of the selected layer, or of the project's settings, that it begins with."""
        return dict(self.options.get("params") or {})

    def add_plate(self, plate: Plate) -> None:
        self._column.addWidget(plate)

    def add_knob(
        self, name: str, title: str, values: Sequence[float], value: float, form: Callable[[float], str] | None = None
    ) -> Knob:
        made = self.knobs[name] = Knob(title, values, value, form)
        made.changed.connect(self.follow)
        self._column.addWidget(made)
        return made

    def add_choice(self, name: str, title: str, choices: Sequence[tuple[str, str]], chosen: str = "") -> Combo:
        """One of ``choices`` (value, words)."""
        if self._choices is None:
            self._choices = self._row()
        made = self.choices[name] = Combo()
        for value, words in choices:
            made.addItem(words, value)
        made.setCurrentIndex(max(0, made.findData(chosen)))
        made.setAccessibleName(title)
        made.setToolTip(title)
        widest = max(made.fontMetrics().horizontalAdvance(words) for _, words in choices)
        made.setMinimumWidth(min(widest + 44, _WIDEST_CHOICE))
        self._choices.addWidget(made)
        made.currentIndexChanged.connect(lambda _index: self.follow())
        return made

    def add_button(self, name: str, words: str, act: Callable[[], object]) -> QToolButton:
        if self._presses is None:
            self._presses = self._row()
        made = self.buttons[name] = QToolButton()
        made.setText(words)
        made.setProperty("look", "quiet")
        made.clicked.connect(lambda _on=False: act())
        self._presses.addWidget(made)
        return made

    def add_steps(self, step: Callable[[], bool], reset: Callable[[], object], interval: int = 120) -> None:
        """Step, play and begin again. ``step()`` gives False at the end. Without motion, ten steps at once."""
        self._act = step
        self._timer.setInterval(interval)
        self.add_button("step", tr("Step"), self._on_step)
        if moves():
            play = self.add_button("play", tr("Play"), self.toggle)
            play.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            self._show_playing()
        else:
            self.add_button("ten", tr("Ten steps"), self._on_ten)
        self.add_button("reset", tr("Begin again"), lambda: self._begin_again(reset))

    def add_words(self, hint: str) -> None:
        """What is seen, which ``say`` tells, and what one can do."""
        self._said.setFont(theme().font(BODY))
        self._column.addWidget(self._said)
        set_text(self._hint, hint)
        self._column.addWidget(self._hint)

    def say(self, text: str) -> None:
        set_text(self._said, text)

    @property
    def said(self) -> str:
        return self._said.text()

    def follow(self) -> None:
        """A knob was turned, or something else chosen: show it."""

    def value(self, name: str) -> float:
        return self.knobs[name].value

    def choice(self, name: str) -> str:
        return str(self.choices[name].currentData())

    # --- moving ---

    @property
    def playing(self) -> bool:
        return self._timer.isActive()

    def toggle(self) -> None:
        """Play, or pause."""
        if self.playing:
            self.pause()
        else:
            self._timer.start()
            self._show_playing()

    def pause(self) -> None:
        self._timer.stop()
        self._show_playing()

    def _on_tick(self) -> None:
        if self._act is None or not self._act():
            self.pause()

    def _on_step(self) -> None:
        self.pause()
        if self._act is not None:
            self._act()

    def _begin_again(self, reset: Callable[[], object]) -> None:
        self.pause()
        reset()

    def _on_ten(self) -> None:
        for _ in range(10):
            if self._act is None or not self._act():
                return

    def _show_playing(self) -> None:
        play = self.buttons.get("play")
        if play is not None:
            play.setText(tr("Pause") if self.playing else tr("Play"))
            play.setIcon(sign("pause" if self.playing else "play", theme().color("text")))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.pause()

    def _row(self) -> WrappingRow:
        made = WrappingRow()
        self._column.addWidget(made)
        return made
