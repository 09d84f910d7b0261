"""The row above the views: one chip for each when there are several, the title, and what there is to count."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from playground.core.language import mark, tr
from playground.ui.plots.header import HEIGHT
from playground.ui.widgets.basics import label, set_flag
from playground.ui.widgets.elided import ElidedLabel
from playground.ui.widgets.fitting_button import FittingChip

# The names of the views that the program's tasks show.
_NAMES = {
    "all": mark("All"), "test images": mark("Test images"), "answers": mark("Answers"), "boundary": mark("Boundary"),
    "codes": mark("Codes"), "forecasts": mark("Forecasts"), "generated": mark("Generated"),
    "manifold": mark("Manifold"), "plane": mark("Plane"), "reconstructions": mark("Reconstructions"),
    "rows": mark("Rows"), "samples": mark("Samples"), "truth": mark("Truth"),
}  # fmt: skip


def short_title(name: str) -> str:
    """A view's name for people, where its title would be too long."""
    return tr(_NAMES[name]) if name in _NAMES else name.replace("_", " ").capitalize()


class ViewChooser(QWidget):
    """Arrow keys move between the chips."""

    chosen = Signal(str)  # the name of the view

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        self._title, self._detail = ElidedLabel("caption"), label("", "caption")
        self._row = QHBoxLayout()
        self._row.setSpacing(4)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(self._row)
        layout.addWidget(self._title, 1)
        layout.addWidget(self._detail)
        self.setFixedHeight(HEIGHT + 2)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("What is shown"))

    @property
    def names(self) -> list[str]:
        """The views that can be chosen."""
        return list(self._chips)

    @property
    def detail(self) -> str:
        return self._detail.text()

    def offer(self, names: Sequence[str], current: str) -> None:
        """One chip for each name, unless there is only one."""
        if list(names) != list(self._chips):
            for chip in self._chips.values():
                self._group.removeButton(chip)
                self._row.removeWidget(chip)
                chip.hide()
                chip.deleteLater()
            self._chips = {name: self._chip(name) for name in names}
        for name, chip in self._chips.items():
            chip.setVisible(len(self._chips) > 1)
            chip.setChecked(name == current)

    def set_texts(self, title: str, detail: str) -> None:
        """The title of what is shown, and what stands at the right."""
        set_flag(self._title, "look", "strong" if len(self._chips) < 2 else "caption")
        said = any(chip.isChecked() and chip.text() == title for chip in self._chips.values()) and len(self._chips) > 1
        self._title.show_text("" if said else title)
        self._detail.setText(detail)

    def _chip(self, name: str) -> QToolButton:
        chip = FittingChip(short_title(name))
        chip.setCheckable(True)
        chip.setProperty("look", "choice")
        chip.setProperty("view", name)
        chip.setMinimumHeight(24)
        self._group.addButton(chip)
        self._row.addWidget(chip)
        return chip

    @Slot(QAbstractButton)
    def _on_clicked(self, chip: QAbstractButton) -> None:
        self.chosen.emit(str(chip.property("view")))
