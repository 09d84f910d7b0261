"""Drawing for a network that takes images: the pad, what the network gets of it, and what it says."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from playground.core.language import tr
from playground.core.shape import Shape
from playground.protocol import Predicted
from playground.ui.plots.image_grid import to_image
from playground.ui.predict.bars import AnswerBars
from playground.ui.predict.centring import light_on_dark, placed_as
from playground.ui.predict.given import GivenPicture
from playground.ui.predict.pad import DrawingPad
from playground.ui.predict.pad_tools import PadTools
from playground.ui.predict.pixels import COLOURS, ON_BLACK, pixels, sized
from playground.ui.widgets.basics import label, set_text
from playground.ui.widgets.elided import ElidedLabel

_BARS_LEAST, _GAP, _PAD_LEAST, _PAD_MOST = 144, 12, 100, 420
_GIVEN_SHARE, _NARROW, _NARROW_SHARE = 0.42, 280, 0.3  # of what pad and picture have across; of so little room
_LARGEST = 1024  # pixels of a pasted image that are kept


class DrawingPage(QWidget):
    """``image_drawn`` brings what the network is to see (uint8 h×w or h×w×3), None while nobody has drawn.

    A pad that was cleared is a picture, too: all ground.
    """

    image_drawn = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dataset, self._shape, self._placing = "", Shape.image(1, 28, 28), placed_as("")
        self.seen: np.ndarray | None = None  # what the network was asked about
        self._begun = False  # something was drawn, if it is gone again
        self.pad, self.bars, self.given = DrawingPad(), AnswerBars(), GivenPicture()
        self.tools = PadTools(self.pad)
        self.answer, self.note = label("", "display"), label("", "bad-caption", wrap=True)
        self.empty = label(tr("of the empty pad"), "caption")
        self.back = QLabel()  # what an autoencoder gives back
        self.how = ElidedLabel("caption")
        self._beside, self._said = QWidget(), QWidget()
        # all strokes of one moment are one question
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._send)
        self._lay_out()
        self.pad.changed.connect(self._soon.start)
        self.pad.paste_wanted.connect(self.paste_image)
        self.tools.paste.clicked.connect(self.paste_image)
        self.tools.invert.toggled.connect(self._soon.start)

    # --- building ---

    def _lay_out(self) -> None:
        self.back.setAccessibleName(tr("What the network gives back"))
        self.back.setToolTip(tr("What the network gives back"))
        given = QVBoxLayout(self._beside)
        given.setContentsMargins(0, 0, 0, 0)
        given.setSpacing(4)
        given.addWidget(self.given)
        given.addWidget(self.how)
        given.addStretch(1)
        said = QVBoxLayout(self._said)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(2)
        for widget in (self.answer, self.empty, self.note, self.back):
            said.addWidget(widget)
        said.addWidget(self.bars, 1)
        said.addStretch(0)
        for hidden in (self.empty, self.note, self.back):
            hidden.hide()
        for column in (self.pad, self.tools, self._beside, self._said):
            column.setParent(self)
        self.setMinimumSize(_PAD_LEAST + _PAD_LEAST // 2 + self.tools.width() + _BARS_LEAST + 3 * _GAP, _PAD_LEAST + 44)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pad is as wide as it is high; the picture beside it gives way first, then the pad."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Side by side: no layout, for what is square depends on the height."""
        tools, caption = self.tools.width(), self.how.sizeHint().height() + 4
        room = self.width() - tools - _BARS_LEAST - 3 * _GAP
        high = min(self.height(), _PAD_MOST)
        share = _GIVEN_SHARE if room >= _NARROW else _NARROW_SHARE
        given = max(_PAD_LEAST // 2, min(round(room * share), high - caption))
        pad = max(_PAD_LEAST, min(high, room - given))
        height, width = self._shape.sizes[1:]
        self.given.setFixedHeight(max(1, min(high - caption, round(given * height / width))))
        x = 0
        for column, wide in ((self.pad, pad), (self.tools, tools), (self._beside, given)):
            column.setGeometry(x, 0, wide, pad if column is self.pad else self.height())
            x += wide + _GAP
        self._said.setGeometry(x, 0, max(_BARS_LEAST, self.width() - x), self.height())

    # --- what is drawn ---

    def take(self, dataset: str, shape: Shape) -> None:
        """Draw for a network that learned from images of ``shape`` of that data set."""
        if (dataset, shape) == (self._dataset, self._shape):
            return
        self._dataset, self._shape = dataset, shape
        grey = shape.sizes[0] == 1
        self._placing = placed_as(dataset) if grey else placed_as("")
        height, width = shape.sizes[1:]
        self.given.take(self._placing, height, width)
        self.how.show_text(f"{height}×{width}, {tr(self._placing.how)}")
        self.how.setToolTip(
            tr(
                "What the network gets, {height} × {width} pixels. {words}",
                height=height,
                width=width,
                words=tr(self._placing.words),
            )
        )
        self.tools.offer_colours(not grey)
        self._arrange()
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
            self.say(tr("The clipboard holds no image."))
            return
        if max(image.width(), image.height()) > _LARGEST:
            kept, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            image = image.scaled(_LARGEST, _LARGEST, kept, smooth)
        self.say("")
        self.pad.show_image(image)

    @Slot()
    def _send(self) -> None:
        if not self.isVisible():
            return
        self._begun = self._begun or not self.pad.blank
        self.seen = self._looked() if self._begun else None
        self.given.show_pixels(self.seen)
        if self.seen is None:
            self.clear_answer()
        self.image_drawn.emit(self.seen)

    def let_go(self) -> None:
        """Another sample is looked at: an empty pad is none any more until somebody draws."""
        if self.pad.blank and self._begun:
            self._begun, self.seen = False, None
            self.given.show_pixels(None)
            self.clear_answer()

    def _looked(self) -> np.ndarray:
        """What the network gets: uint8 in the size of its images, h×w, or h×w×3 of one that sees colours."""
        height, width = self._shape.sizes[1:]
        pasted, colour = self.pad.pasted, self._shape.sizes[0] >= COLOURS
        image = self.pad.ink if pasted is None else pasted
        if colour:
            colours = pixels(image, QImage.Format.Format_RGB888)
            found = np.stack([sized(colours[..., k], height, width) for k in range(COLOURS)], -1)
            return 255 - found if self.tools.invert.isChecked() else found
        ink = pixels(image, QImage.Format.Format_Grayscale8)
        if pasted is not None and self._dataset in ON_BLACK:
            ink = light_on_dark(ink)
        found = sized(self._placing.place(ink), height, width)  # placed by its ink, whatever is made of that
        return 255 - found if self.tools.invert.isChecked() else found

    # --- what is said ---

    def show_says(
        self, names: tuple[str, ...], values: tuple[float, ...], said: str, *, probabilities: bool = True
    ) -> None:  # fmt: skip
        """A bar for each class, label or value."""
        if self.seen is not None:  # else it was let go of meanwhile
            self._show(said, None)
            self.empty.setVisible(self.pad.blank)
            self.bars.show_values(names, values, said, probabilities=probabilities)

    def show_back(self, image: np.ndarray, error: float | None = None) -> None:
        """What an autoencoder gives back, uint8 h×w or h×w×3; ``error`` is the mean squared one, as the data count."""
        if self.seen is not None:
            self._show("" if error is None else tr("error {error:.4g}", error=error), image)

    def show_answer(self, answer: Predicted) -> None:
        """An answer to ``Predict``."""
        if not answer.rows:
            return
        row = answer.rows[0]
        if answer.back is not None:
            self.show_back(answer.back, row.error)
        else:
            self.show_says(answer.names, row.values, row.said, probabilities=answer.probabilities)

    def clear_answer(self) -> None:
        """Nothing is said."""
        self._show("", None)
        self.bars.show_values((), (), "")

    def say(self, text: str) -> None:
        """Why there is no answer; "" takes it away."""
        set_text(self.note, text)

    def _show(self, text: str, back: np.ndarray | None) -> None:
        """What comes back stands in the place of the bars, which have nothing to show then."""
        self.say("")
        self.empty.setVisible(back is not None and self.pad.blank)
        self.answer.setText(text)
        self.answer.setAccessibleName(tr("The network says {words}", words=text) if text else tr("No answer yet"))
        self.back.setVisible(back is not None)
        self.bars.setVisible(back is None)
        if back is not None:
            side = max(64, min(self.height() - self.answer.height() - 8, self.given.height()))
            self.back.setFixedSize(side, side)
            self.back.setPixmap(QPixmap.fromImage(_enlarged(back, side)))


def _enlarged(values: np.ndarray, side: int) -> QImage:
    """uint8 h×w or h×w×3 with sharp pixels, as large as fits."""
    keep, sharp = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.FastTransformation
    return to_image(np.ascontiguousarray(values)).scaled(side, side, keep, sharp)
