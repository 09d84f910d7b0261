"""The slider of a number: goes where one clicks, slowly with Shift, and leaves the wheel to the panel behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider

_SLOW = 0.1  # of the way that the hand goes, with Shift


class FineSlider(QSlider):
    """``dragged`` tells the place between two positions too, for whoever goes slowly."""

    dragged = Signal(float, bool)  # the place of the hand, and whether it goes slowly

    def __init__(self, last: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, last)
        self.setPageStep(max(last // 10, 1))
        self.setMinimumWidth(36)
        self.setMinimumHeight(24)
        # by keyboard the number beside it is reached, whose arrow keys do the same
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._at = 0.0
        self._hand: float | None = None  # where the pointer was
        self._slowly = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._hand, self._at, self._slowly = event.position().x(), float(self.sliderPosition()), False
        self.setSliderDown(True)
        if not self._handle_rect_holds(event):
            self._at = self._place(self._hand)
            self.dragged.emit(self._at, False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._hand is None:
            return
        slowly = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        way = (event.position().x() - self._hand) / max(self._travel(), 1) * self.maximum()
        self._hand = event.position().x()
        if slowly:
            # begun at the value that is shown, which the quick hand had rounded to
            self._at = (self._at if self._slowly else round(self._at)) + way * _SLOW
        elif self.rect().left() <= self._hand <= self.rect().right():
            self._at += way
        else:  # beyond the ends, and back from there, it is at the end
            self._at = self._place(self._hand)
        self._slowly = slowly
        self._at = min(max(self._at, 0.0), float(self.maximum()))
        self.dragged.emit(self._at, slowly)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hand = None
        self.setSliderDown(False)

    def _handle_rect_holds(self, event: QMouseEvent) -> bool:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        style, part = self.style(), QStyle.SubControl.SC_SliderHandle
        handle = style.subControlRect(QStyle.ComplexControl.CC_Slider, option, part, self)
        return handle.adjusted(-2, -4, 2, 4).contains(event.position().toPoint())

    def _travel(self) -> int:
        return self.width() - self._handle_width()

    def _handle_width(self) -> int:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        return self.style().pixelMetric(QStyle.PixelMetric.PM_SliderLength, option, self)

    def _place(self, x: float) -> float:
        part = (x - self._handle_width() / 2) / max(self._travel(), 1)
        return min(max(part, 0.0), 1.0) * self.maximum()
