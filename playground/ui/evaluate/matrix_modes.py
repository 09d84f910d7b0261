"""What is written in the cells of a confusion matrix: counts, or shares of each row."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from playground.core.language import mark, tr

_MODES = (
    (mark("Counts"), mark("Samples in each cell")),
    (mark("% of row"), mark("Of the samples of a class, in percent")),
)


class MatrixModes(QWidget):
    """``chosen`` tells whether it is percent."""

    chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._group = QButtonGroup(self)
        for index, (text, tip) in enumerate(_MODES):
            chip = QToolButton()
            chip.setText(tr(text))
            chip.setToolTip(tr(tip))
            chip.setCheckable(True)
            chip.setProperty("look", "tab")
            chip.setMinimumHeight(24)
            chip.setChecked(index == 0)
            self._group.addButton(chip, index)
            row.addWidget(chip)
        self._group.idClicked.connect(self._on_clicked)
        self.setAccessibleName(tr("Numbers in the matrix"))

    @Slot(int)
    def _on_clicked(self, index: int) -> None:
        self.chosen.emit(index == 1)
