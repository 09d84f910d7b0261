"""The row under the samples with which one goes through what the run showed while it learned."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from playground.core.language import tr
from playground.ui.widgets.basics import button, label
from playground.ui.widgets.elided import YieldingLabel

_FRAME_MS = 120
_PATIENCE = 10  # frames that are waited for one that is not there yet, before it is left out


class MomentSlider(QWidget):
    """``wanted`` tells the step of another moment, None for the newest, which is at the right end."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.at: int | None = None
        self.caught_up: Callable[[], bool] = lambda: True  # whether what is seen is of the moment that was wanted
        self._steps: list[int] = []
        self._waited = 0
        self.play, self.newest = button(tr("Play")), button(tr("Newest"), "link")
        self.play.setCheckable(True)
        self.play.setToolTip(tr("Show all moments one after the other"))
        self.newest.setToolTip(tr("Follow what the network makes of its samples now (Esc)"))
        self.slider, self._words, self._note = QSlider(Qt.Orientation.Horizontal), YieldingLabel("caption"), label("")
        self.slider.setAccessibleName(tr("Moment of the training"))
        self.slider.setMinimumHeight(24)
        self.slider.setMinimumWidth(80)
        self._words.setMinimumWidth(120)
        self._note.setProperty("look", "caption")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.play)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self._words)
        layout.addWidget(self._note)
        layout.addWidget(self.newest)
        self._timer = QTimer(self, interval=_FRAME_MS)
        self._timer.timeout.connect(self._on_tick)
        self.play.toggled.connect(self._on_play)
        self.newest.clicked.connect(self._on_newest)
        self.slider.valueChanged.connect(self._go)
        self.slider.sliderPressed.connect(lambda: self.play.setChecked(False))
        self.slider.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """Which moment is shown, and what is to be known of it."""
        return " ".join(filter(None, (self._words.full_text, self._note.text())))

    def offer(self, steps: Sequence[int], at: int | None, words: str, note: str = "") -> None:
        """The earlier moments that there are, rising, and which one is looked at; None is the newest. It stands only
        where there are any. ``words`` say which one it is.
        """
        if not self.slider.isSliderDown():  # nothing moves under somebody's hand
            self._steps = list(steps)
        self.at = at
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, len(self._steps))
            if not self.slider.isSliderDown():
                self.slider.setValue(self._place())
        self._words.show_text(words)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.newest.setEnabled(at is not None)
        self.setVisible(bool(self._steps) or at is not None)

    def _place(self) -> int:
        """Of the moment nearest to the one that is looked at."""
        last = len(self._steps) - 1
        if self.at is None or last < 0:
            return last + 1
        right = min(bisect_left(self._steps, self.at), last)
        left = max(0, right - 1)
        return left if self.at - self._steps[left] < self._steps[right] - self.at else right

    @Slot(int)
    def _go(self, place: int) -> None:
        self._waited = 0
        self.at = None if place >= len(self._steps) else self._steps[place]
        with QSignalBlocker(self.slider):
            self.slider.setValue(place)
        self.wanted.emit(self.at)

    @Slot()
    def _on_newest(self) -> None:
        self.play.setChecked(False)
        self._go(len(self._steps))

    @Slot(bool)
    def _on_play(self, on: bool) -> None:
        self.play.setText(tr("Stop") if on else tr("Play"))
        if not on:
            self._timer.stop()
            return
        if self.at is None:
            self._go(0)
        self._timer.start()

    @Slot()
    def _on_tick(self) -> None:
        """The next one, once this one is seen: frames that come late are left out, they do not queue up."""
        self._waited += 1
        if self._waited < _PATIENCE and not self.caught_up():
            return
        if self.at is not None:
            self._go(self._place() + 1)
        if self.at is None:
            self.play.setChecked(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() == Qt.Key.Key_Escape and self.at is not None:  # type: ignore[attr-defined]
            self._on_newest()
            return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.play.setChecked(False)
