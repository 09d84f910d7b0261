"""The row under the samples with which one goes through what the run showed while it learned."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from playground.ui.widgets.basics import button, label

_FRAME_MS = 120


class TimeBar(QWidget):
    """``moved`` tells that another moment is wanted. At the right end it follows the newest: ``step`` is None there."""

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step: int | None = None
        self._steps: list[int] = []
        self._per_epoch = 1
        self.play, self.newest = button("Play"), button("Newest", "link")
        self.play.setCheckable(True)
        self.play.setToolTip("Show all moments one after the other")
        self.newest.setToolTip("Follow what the network makes of its samples now")
        self.slider, self._words = QSlider(Qt.Orientation.Horizontal), label("", "caption")
        self.slider.setAccessibleName("Moment of the training")
        self.slider.setMinimumHeight(24)
        self._words.setMinimumWidth(120)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.play)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self._words)
        layout.addWidget(self.newest)
        self._timer = QTimer(self, interval=_FRAME_MS)
        self._timer.timeout.connect(self._on_tick)
        self.play.toggled.connect(self._on_play)
        self.newest.clicked.connect(self._on_newest)
        self.slider.valueChanged.connect(self._on_slider)
        self.slider.sliderPressed.connect(lambda: self.play.setChecked(False))
        self.hide()

    @property
    def words(self) -> str:
        """Which moment is shown."""
        return self._words.text()

    def offer(self, steps: list[int], per_epoch: int) -> None:
        """The moments that there are; the bar stands only where there is more than one."""
        self._steps, self._per_epoch = steps, max(1, per_epoch)
        if not steps:
            self.step = None
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, max(0, len(steps) - 1))
            self.slider.setValue(self._place())
        self._tell()
        self.setVisible(len(steps) > 1)

    def _place(self) -> int:
        """Of the moment nearest to the one that is wanted."""
        last = len(self._steps) - 1
        if self.step is None or last < 0:
            return max(0, last)
        right = min(bisect_left(self._steps, self.step), last)
        left = max(0, right - 1)
        return left if self.step - self._steps[left] < self._steps[right] - self.step else right

    def _go(self, place: int) -> None:
        last = len(self._steps) - 1
        self.step = None if place >= last else self._steps[place]
        with QSignalBlocker(self.slider):
            self.slider.setValue(place)
        self._tell()
        self.moved.emit()

    def _tell(self) -> None:
        if not self._steps:
            return
        step = self._steps[self._place()]
        when = f"step {step:,}, epoch {-(-step // self._per_epoch):,}" if step else "before the first step"
        self._words.setText(when if self.step is not None else f"{when} (newest)")
        self.newest.setEnabled(self.step is not None)

    @Slot(int)
    def _on_slider(self, place: int) -> None:
        self._go(place)

    @Slot()
    def _on_newest(self) -> None:
        self.play.setChecked(False)
        self._go(len(self._steps) - 1)

    @Slot(bool)
    def _on_play(self, on: bool) -> None:
        self.play.setText("Stop" if on else "Play")
        if not on:
            self._timer.stop()
            return
        if self._place() >= len(self._steps) - 1:
            self._go(0)
        self._timer.start()

    @Slot()
    def _on_tick(self) -> None:
        place = self._place() + 1
        self._go(place)
        if place >= len(self._steps) - 1:
            self.play.setChecked(False)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.play.setChecked(False)
