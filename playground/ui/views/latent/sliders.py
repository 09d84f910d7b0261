"""A slider for each number of a code, and what the code in hand stands for."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from playground.core.language import tr
from playground.protocol import LatentSeen, LayerSeen
from playground.ui.views.latent.picture import Picture
from playground.ui.widgets.basics import button, label, scrolled, set_flag

MOST = 64
REACH = 3.0  # standard deviations to each side
_STEPS = 60  # of a slider for each of them
DEAD = 0.01  # nats below which a number of a code says nothing


class SlidersPanel(QWidget):
    """``code_moved`` tells the code that a person made, ``reset_wanted`` that the sample's own is wanted again.

    A slider goes ``REACH`` standard deviations to each side of what is usual.
    """

    code_moved = Signal(object)  # float32 d
    reset_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture, self._caption = Picture(tr("What the code stands for")), label("", "caption", wrap=True)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.code = np.zeros(0, np.float32)
        self._middle = self._spread = np.zeros(0, np.float32)
        self.shown: list[int] = []  # which numbers have a slider
        self._names: list[QLabel] = []
        self.sliders: list[QSlider] = []
        self._values: list[QLabel] = []
        self._random = np.random.default_rng()
        rows = QWidget()
        self._grid = QGridLayout(rows)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._note = label("", "caption", wrap=True)
        self.reset, self.random = button(tr("Reset")), button(tr("Random"))
        self.reset.setToolTip(tr("Back to the code of the sample that flows through"))
        self.random.setToolTip(tr("Draw a code"))
        self.reset.clicked.connect(self.reset_wanted)
        self.random.clicked.connect(self._on_random)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(scrolled(rows), 1)
        left.addWidget(self._note)
        buttons = QHBoxLayout()
        buttons.addWidget(self.reset)
        buttons.addWidget(self.random)
        buttons.addStretch(1)
        left.addLayout(buttons)
        right = QVBoxLayout()
        right.setSpacing(2)
        right.addWidget(self.picture, 1)
        right.addWidget(self._caption)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(left, 3)
        layout.addLayout(right, 2)

    def set_scale(self, middle: np.ndarray, spread: np.ndarray, kl: np.ndarray | None) -> None:
        """What is usual for each number, d each; numbers that say nothing are marked."""
        if len(middle) != len(self._middle):
            self._make(middle, spread)
        self._middle, self._spread = middle, np.where(spread > 1e-6, spread, 1.0)
        for row, number in enumerate(self.shown):
            dead = kl is not None and kl[number] < DEAD
            set_flag(self._names[row], "look", "muted" if dead else "")
            said = tr("Says nothing: {nats:.4f} nats", nats=float(kl[number])) if dead and kl is not None else ""
            self._names[row].setToolTip(said)
        self._show_code()

    def show_code(self, code: np.ndarray) -> None:
        """The code in hand is another; nothing is told."""
        self.code = np.asarray(code, np.float32)
        self._show_code()

    def show_picture(self, seen: LayerSeen | None, words: str) -> None:
        self.picture.show_seen(seen)
        self._caption.setText(words)

    def _make(self, middle: np.ndarray, spread: np.ndarray) -> None:
        """One row for each number, of many those that vary most."""
        for widget in (*self._names, *self.sliders, *self._values):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._names, self.sliders, self._values = [], [], []
        count = len(middle)
        self.shown = list(range(count)) if count <= MOST else sorted(np.argsort(-spread)[:MOST].tolist())
        self._note.setText(
            "" if count <= MOST else tr("{most} of {count:,} numbers: those that vary most", most=MOST, count=count)
        )
        self._note.setVisible(count > MOST)
        for row, number in enumerate(self.shown):
            name, slider, value = label(f"z{number + 1}"), QSlider(Qt.Orientation.Horizontal), label("", "caption")
            slider.setRange(-round(REACH * _STEPS), round(REACH * _STEPS))
            slider.setPageStep(_STEPS // 2)
            slider.setMinimumHeight(24)
            slider.setAccessibleName(tr("Number {number} of the code", number=number + 1))
            slider.valueChanged.connect(lambda at, which=row: self._on_moved(which, at))
            value.setMinimumWidth(38)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for column, widget in enumerate((name, slider, value)):
                self._grid.addWidget(widget, row, column)
            self._names.append(name)
            self.sliders.append(slider)
            self._values.append(value)
        self._grid.setRowStretch(len(self.shown), 1)

    def _show_code(self) -> None:
        if len(self.code) != len(self._middle):
            return
        parts = (self.code - self._middle) / self._spread
        for row, number in enumerate(self.shown):
            slider = self.sliders[row]
            if not slider.isSliderDown():
                with QSignalBlocker(slider):
                    slider.setValue(round(float(np.nan_to_num(parts[number])) * _STEPS))
            self._tell(row, number)

    def _tell(self, row: int, number: int) -> None:
        value = float(self.code[number])
        self._values[row].setText(f"{value:.2f}".replace("-", "−"))
        away = (value - float(self._middle[number])) / float(self._spread[number])
        self.sliders[row].setToolTip(tr("{away:+.1f} standard deviations", away=away).replace("-", "−"))

    def _on_moved(self, row: int, at: int) -> None:
        number = self.shown[row]
        if len(self.code) != len(self._middle):
            return
        self.code = self.code.copy()
        self.code[number] = self._middle[number] + at / _STEPS * self._spread[number]
        self._tell(row, number)
        self.code_moved.emit(self.code)

    def _on_random(self) -> None:
        drawn = self._random.standard_normal(len(self._middle)).astype(np.float32)
        self.show_code(self._middle + drawn * self._spread)
        self.code_moved.emit(self.code)


def usual(sight: LatentSeen) -> tuple[np.ndarray, np.ndarray]:
    """Middle and deviation of each number: as codes are meant to be, else as they are."""
    if sight.prior:
        return np.zeros_like(sight.means), np.ones_like(sight.means)
    return np.nan_to_num(sight.means), np.nan_to_num(sight.deviations)
