"""What one chooses with in the row above a view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QSizePolicy, QToolButton

from playground.core.language import tr
from playground.ui.widgets.basics import Combo


def choice(entries: Sequence[tuple[str, object]], name: str) -> Combo:
    """A combo of texts with their values, as wide as it needs to be for the longest where there is room."""
    combo = Combo()
    for text, value in entries:
        combo.addItem(text, value)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    combo.setMinimumWidth(72)
    combo.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    combo.setAccessibleName(name)
    combo.setToolTip(name)
    return combo


def spoken(table: Sequence[tuple[str, object]]) -> list[tuple[str, object]]:
    """Entries of a table whose texts are marked, in the language that is spoken."""
    return [(tr(text), value) for text, value in table]


def toggle(text: str, tip: str = "") -> QToolButton:
    """A text that is on or off."""
    button = QToolButton()
    button.setText(text)
    button.setCheckable(True)
    button.setProperty("look", "choice")
    button.setToolTip(tip)
    return button


def refill(combo: Combo, entries: Sequence[tuple[str, object]]) -> None:
    """New entries; what was chosen stays where it is still among them, else the first one is chosen, and told."""
    if [(combo.itemText(n), combo.itemData(n)) for n in range(combo.count())] == list(entries):
        return
    before = combo.currentData()
    with QSignalBlocker(combo):
        combo.clear()
        for text, value in entries:
            combo.addItem(text, value)
        combo.setCurrentIndex(max(0, combo.findData(before)))
    if combo.currentData() != before:
        combo.currentIndexChanged.emit(combo.currentIndex())
