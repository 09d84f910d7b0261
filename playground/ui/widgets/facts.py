"""A table of two columns: what a thing is called, and its value."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from playground.ui.widgets.basics import label, set_text

NAMES_WIDTH = 100  # so that values stand under the editors of a form
Fact = tuple[str, str]  # name, value


class FactsTable(QWidget):
    """Names on the left in grey, values on the right. Rows are reused, so showing new facts costs little."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnMinimumWidth(0, NAMES_WIDTH)
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        while len(self._rows) < len(facts):
            self._add_row()
        for index, (name, value) in enumerate(self._rows):
            shown = facts[index] if index < len(facts) else ("", "")
            set_text(name, shown[0])
            set_text(value, shown[1])

    def text(self) -> str:
        """All rows as lines of text, as a screen reader would read them."""
        return "\n".join(f"{name.text()}: {value.text()}" for name, value in self._rows if name.text())

    def _add_row(self) -> None:
        name, value = label("", "muted"), label("", wrap=True, selectable=True)
        row = len(self._rows)
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, 1)
        self._rows.append((name, value))
