"""The tools beside a pad: pen and eraser, its size and colour, taking back, clearing, pasting, turning round."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor, QIcon, QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QColorDialog,
    QGridLayout,
    QHBoxLayout,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from playground.core.language import mark, tr
from playground.ui.predict.pad import DEFAULT_SIZE, SIZES, DrawingPad
from playground.ui.widgets.basics import button, set_flag

_WIDTH, _SWATCH = 116, 14
# Of undo, redo, clear and paste.
_TIPS = (
    mark("Take the last stroke back (Ctrl+Z)"), mark("Put it there again"), mark("Begin anew (Del)"),
    mark("An image you copied"),
)  # fmt: skip


class PadTools(QWidget):
    """They act on the pad by themselves, but for ``paste`` and ``invert``."""

    def __init__(self, pad: DrawingPad, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pad = pad
        self.pen, self.eraser, self.colour = QToolButton(), QToolButton(), QToolButton()
        self.size_slider = QSlider(Qt.Orientation.Horizontal)
        self.undo, self.redo, self.clear, self.paste = (
            button(text) for text in (tr("Undo"), tr("Redo"), tr("Clear"), tr("Paste"))
        )  # fmt: skip
        self.invert = QCheckBox(tr("Invert"))
        self._tools = QButtonGroup(self)
        self._lay_out()
        self._connect()
        self._follow()
        self.offer_colours(False)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2)
        for number, (chip, text) in enumerate(((self.pen, tr("Pen")), (self.eraser, tr("Eraser")))):
            chip.setText(text)
            chip.setCheckable(True)
            chip.setChecked(number == 0)
            self._tools.addButton(chip, number)
        for chip in (self.pen, self.eraser, self.colour):
            chip.setProperty("look", "tab")
            chip.setMinimumHeight(24)
            row.addWidget(chip)
        row.addStretch(1)
        self.colour.setToolTip(tr("Colour of the pen"))
        self.colour.setAccessibleName(tr("Colour of the pen"))
        self.colour.setFixedWidth(26)
        self.size_slider.setRange(*SIZES)
        self.size_slider.setValue(DEFAULT_SIZE)
        self.size_slider.setAccessibleName(tr("Size of the pen"))
        self.size_slider.setToolTip(tr("Size of the pen"))
        grid = QGridLayout()
        grid.setSpacing(4)
        for number, (made, tip) in enumerate(zip((self.undo, self.redo, self.clear, self.paste), _TIPS, strict=True)):
            set_flag(made, "look", "quiet")
            made.setStyleSheet("padding: 2px 4px;")
            made.setToolTip(tr(tip))
            grid.addWidget(made, number // 2, number % 2)
        self.invert.setToolTip(tr("Dark for light and light for dark in what the network gets"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.size_slider)
        layout.addLayout(grid)
        layout.addWidget(self.invert)
        layout.addStretch(1)
        self.setFixedWidth(_WIDTH)

    def showEvent(self, event: QShowEvent) -> None:
        """As wide as the texts want, which is known once they have their looks."""
        super().showEvent(event)
        self.setFixedWidth(max(_WIDTH, self.sizeHint().width()))

    def _connect(self) -> None:
        pad = self._pad
        self.undo.clicked.connect(pad.undo)
        self.redo.clicked.connect(pad.redo)
        self.clear.clicked.connect(pad.clear)
        self.colour.clicked.connect(self._on_colour)
        self.size_slider.valueChanged.connect(self._on_size)
        self._tools.buttonClicked.connect(self._on_tool)
        pad.changed.connect(self._follow)
        pad.strokes_changed.connect(self._follow)

    def offer_colours(self, offered: bool) -> None:
        """For a network that sees colours; others draw in white."""
        self.colour.setVisible(offered)
        self._choose(self._pad.pen_color if offered else QColor("white"))

    def _choose(self, color: QColor) -> None:
        self._pad.pen_color = color
        swatch = QPixmap(_SWATCH, _SWATCH)
        swatch.fill(color)
        self.colour.setIcon(QIcon(swatch))

    @Slot()
    def _follow(self) -> None:
        self.undo.setEnabled(self._pad.can_undo)
        self.redo.setEnabled(self._pad.can_redo)
        self.clear.setEnabled(not self._pad.blank)

    @Slot()
    def _on_colour(self) -> None:
        chosen = QColorDialog.getColor(self._pad.pen_color, self, tr("Colour of the pen"))
        if chosen.isValid():
            self._choose(chosen)

    @Slot(int)
    def _on_size(self, size: int) -> None:
        self._pad.pen_size = size

    @Slot(QAbstractButton)
    def _on_tool(self, chip: QAbstractButton) -> None:
        self._pad.tool = "pen" if chip is self.pen else "eraser"
