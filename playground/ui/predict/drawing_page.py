"""Drawing for a network that takes images: the pad, what the network gets of it, and what it says."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QLabel, QSlider, QToolButton, QVBoxLayout, QWidget

from playground.core.shape import Shape
from playground.protocol import Predicted, RequestFailed
from playground.ui.plots.image_grid import to_image
from playground.ui.predict.bars import AnswerBars
from playground.ui.predict.centring import light_on_dark, placed_as
from playground.ui.predict.pad import DEFAULT_SIZE, PIXELS, SIZES, DrawingPad
from playground.ui.predict.pixels import COLOURS, ON_BLACK, pixels, sized
from playground.ui.widgets.basics import button, label, set_flag, set_text

_THUMB, _BACK, _TOOLS_WIDTH, _BARS_LEAST, _GAP = 56, 112, 132, 150, 12
_LARGEST = 1024  # pixels of a pasted image that are kept


class DrawingPage(QWidget):
    """``image_drawn`` brings what the network is to see (uint8 h×w or h×w×3), None for nothing."""

    image_drawn = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape, self._place, self._how = Shape.image(1, 28, 28), placed_as("")[0], ""
        self.seen: np.ndarray | None = None  # what the network was asked about
        self.pad, self.bars = DrawingPad(), AnswerBars()
        self.answer, self.note = label("", "display"), label("", "bad-caption", wrap=True)
        self.back = QLabel()  # what an autoencoder gives back
        self.thumb, self.how = QLabel(), label("", "caption", wrap=True)
        self.dark_ink = QCheckBox("Dark on light")
        self.clear, self.paste = button("Clear"), button("Paste")
        self.pen_size = QSlider(Qt.Orientation.Horizontal)
        self._tools = QButtonGroup(self)
        # all strokes of one moment are one question
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._send)
        self._lay_out()
        self.pad.changed.connect(self._soon.start)
        self.pad.paste_wanted.connect(self.paste_image)
        self.clear.clicked.connect(self.pad.clear)
        self.paste.clicked.connect(self.paste_image)
        self.pen_size.valueChanged.connect(self._on_size)
        self.dark_ink.toggled.connect(self._soon.start)
        self._tools.idClicked.connect(self._on_tool)

    # --- building ---

    def _lay_out(self) -> None:
        self.thumb.setFixedSize(_THUMB, _THUMB)
        self.thumb.setAccessibleName("What the network sees")
        self.pen_size.setRange(*SIZES)
        self.pen_size.setValue(DEFAULT_SIZE)
        self.pen_size.setAccessibleName("Size of the pen")
        self.pen_size.setToolTip("Size of the pen")
        self.paste.setToolTip("An image from the clipboard")
        tools = QVBoxLayout()
        tools.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(2)
        for number, text in enumerate(("Pen", "Eraser")):
            chip = QToolButton()
            chip.setText(text)
            chip.setCheckable(True)
            chip.setChecked(number == 0)
            chip.setProperty("look", "tab")
            chip.setMinimumHeight(24)
            self._tools.addButton(chip, number)
            row.addWidget(chip)
        row.addStretch(1)
        tools.addLayout(row)
        tools.addWidget(self.pen_size)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for made in (self.clear, self.paste):
            set_flag(made, "look", "quiet")
            made.setStyleSheet("padding: 2px 8px;")
            buttons.addWidget(made)
        tools.addLayout(buttons)
        tools.addWidget(self.dark_ink)
        seen = QHBoxLayout()
        seen.setSpacing(6)
        seen.addWidget(self.thumb, 0, Qt.AlignmentFlag.AlignTop)
        seen.addWidget(self.how, 1, Qt.AlignmentFlag.AlignTop)
        tools.addLayout(seen)
        tools.addStretch(1)
        beside = QWidget()
        beside.setLayout(tools)
        tools.setContentsMargins(0, 0, 0, 0)
        beside.setFixedWidth(_TOOLS_WIDTH)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(self.pad)
        layout.addWidget(beside)
        layout.addLayout(self._said(), 1)

    def _said(self) -> QVBoxLayout:
        """The answer, with bars of the classes or the image that comes back."""
        said = QVBoxLayout()
        said.setSpacing(2)
        for widget in (self.answer, self.note, self.back):
            said.addWidget(widget)
        said.addWidget(self.bars, 1)
        said.addStretch(0)
        self.back.setFixedSize(_BACK, _BACK)
        self.back.setAccessibleName("What the network gives back")
        self.back.setToolTip("What the network gives back")
        for widget in (self.note, self.back):
            widget.hide()
        return said

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pad is as wide as it is high, while tools and bars keep their room."""
        super().resizeEvent(event)
        room = self.width() - _TOOLS_WIDTH - _BARS_LEAST - 2 * _GAP
        self.pad.setFixedWidth(max(self.pad.minimumHeight(), min(self.height(), room, PIXELS)))

    # --- what is drawn ---

    def take(self, dataset: str, shape: Shape) -> None:
        """Draw for a network that learned from images of ``shape`` of that data set."""
        self._shape = shape
        self._place, how = placed_as(dataset) if shape.sizes[0] == 1 else placed_as("")
        height, width = shape.sizes[1:]
        self.how.setText(f"{height}×{width}, {how}")
        for widget in (self.how, self.thumb):
            widget.setToolTip("What the network sees of it")
        self.dark_ink.setVisible(dataset not in ON_BLACK)
        if dataset in ON_BLACK:
            self.dark_ink.setChecked(False)
        self.ask_again()

    @Slot()
    def ask_again(self) -> None:
        """The weights are others now."""
        self._soon.start()

    @Slot()
    def paste_image(self) -> None:
        """Take the image of the clipboard in place of a drawing."""
        image = QGuiApplication.clipboard().image()
        if image.isNull():
            set_text(self.note, "The clipboard holds no image.")
            return
        if max(image.width(), image.height()) > _LARGEST:
            kept, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            image = image.scaled(_LARGEST, _LARGEST, kept, smooth)
        set_text(self.note, "")
        self.pad.show_image(image)

    @Slot()
    def _send(self) -> None:
        if not self.isVisible():
            return
        self.seen = None if self.pad.blank else self._looked()
        if self.seen is None:
            self.thumb.setPixmap(QPixmap())
            self.show_answer(None)
        else:
            self.thumb.setPixmap(QPixmap.fromImage(_enlarged(self.seen, _THUMB)))
        self.image_drawn.emit(self.seen)

    def _looked(self) -> np.ndarray:
        """What the network gets: uint8 in the size of its images."""
        height, width = self._shape.sizes[1:]
        pasted = self.pad.pasted
        if pasted is not None and self._shape.sizes[0] >= COLOURS:
            colours = pixels(pasted, QImage.Format.Format_RGB888)
            return np.stack([sized(colours[..., k], height, width) for k in range(COLOURS)], -1)
        ink = pixels(self.pad.ink if pasted is None else pasted, QImage.Format.Format_Grayscale8)
        known = not self.dark_ink.isVisible()
        if pasted is not None and known:
            ink = light_on_dark(ink)
        elif pasted is None and self.dark_ink.isChecked():
            ink = 255 - ink
        return sized(self._place(ink), height, width)

    # --- what is said ---

    @Slot(object)
    def show_answer(self, answer: Predicted | None) -> None:
        """None while nothing is drawn."""
        set_text(self.note, "")
        if answer is not None and self.seen is None:
            return  # cleared meanwhile
        self.bars.show_answer(answer)
        text = self.bars.said
        if answer is not None and answer.tells == "data" and answer.rows:
            error = answer.rows[0].error
            text = "" if error is None else f"error {error:.4g}"
        self._show_back(None if answer is None else answer.back)
        self.answer.setText(text)
        self.answer.setAccessibleName(f"The network says {text}" if text else "No answer yet")

    def _show_back(self, image: np.ndarray | None) -> None:
        """In place of the bars, which have nothing to show then."""
        self.back.setVisible(image is not None)
        self.bars.setVisible(image is None)
        if image is not None:
            self.back.setPixmap(QPixmap.fromImage(_enlarged(image, _BACK)))

    @Slot(object)
    def show_failure(self, failure: RequestFailed) -> None:
        self._show_back(None)
        self.bars.show_answer(None)
        self.answer.setText("")
        set_text(self.note, f"{failure.message} {failure.hint}".strip())

    @Slot(int)
    def _on_size(self, size: int) -> None:
        self.pad.pen_size = size

    @Slot(int)
    def _on_tool(self, number: int) -> None:
        self.pad.tool = "pen" if number == 0 else "eraser"


def _enlarged(values: np.ndarray, side: int) -> QImage:
    """uint8 h×w or h×w×3 with sharp pixels, as large as fits."""
    keep, sharp = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.FastTransformation
    return to_image(np.ascontiguousarray(values)).scaled(side, side, keep, sharp)
