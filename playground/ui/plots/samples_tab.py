"""All test images of the run, large, with what the network says."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.ui.plots.header import PlotHeader
from playground.ui.plots.image_grid import ImageGrid
from playground.ui.plots.readout import Line
from playground.ui.plots.run_log import RunLog
from playground.ui.widgets.basics import scrolled


class SamplesTab(QWidget):
    """A scrolled grid; captions give truth → prediction, tooltips the confidence."""

    redraw_wanted = Signal()

    def __init__(self, log: RunLog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._header, self._images = PlotHeader("Test images, truth → prediction"), ImageGrid(captions=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._header)
        layout.addWidget(scrolled(self._images))

    @property
    def images(self) -> ImageGrid:
        return self._images

    def refresh(self) -> None:
        """Draw what is new."""
        pictures = self._log.pictures
        self._images.show_predictions(pictures)
        if pictures is None:
            self._header.set_lines([])
        else:
            wrong = f"{len(self._images.wrong)} of {len(pictures.truth)} wrong"
            self._header.set_lines([Line(f"{wrong} after step {pictures.step:,}")])
