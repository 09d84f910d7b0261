"""The recent files of the start page, or what to do while there are none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.core.language import tr
from playground.ui.start.cards import RecentRow
from playground.ui.start.flow_grid import FlowGrid
from playground.ui.widgets.basics import label

_MOST = 8
_LEAST = 2  # on a page of one column


class RecentFiles(QWidget):
    """``files`` is asked at each ``refresh``; ``chosen`` gives the path of the one that was clicked."""

    chosen = Signal(str)

    def __init__(self, files: Callable[[], Sequence[str | Path]] | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self.rows: list[RecentRow] = []
        self._grid = FlowGrid()
        self.note = label(
            tr("No recent files yet. What you open or save stands here; a file can also be dropped on the window."),
            "muted", wrap=True,
        )  # fmt: skip
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._grid)
        layout.addWidget(self.note)

    def refresh(self, *, pictures: bool) -> None:
        """Show the files as they are now; with ``pictures`` their networks are drawn soon, else by ``read``."""
        paths = [] if self._files is None else [str(path) for path in self._files()]
        self.rows = [RecentRow(path) for path in paths[:_MOST]]
        for row in self.rows:
            row.activated.connect(self.chosen)
        self._grid.set_cards(self.rows)
        self._grid.setVisible(bool(self.rows))
        self.note.setVisible(not self.rows)
        if pictures:
            QTimer.singleShot(0, self, self.read)

    def show_rows(self, columns: int, lines: int) -> None:
        """As many as stand in so many lines: the examples below shall be in sight."""
        most = max(columns * lines, _LEAST)
        for number, row in enumerate(self.rows):
            row.setVisible(number < most)
        self._grid.place()

    @Slot()
    def read(self) -> None:
        """Draw the networks of those that are seen."""
        for row in self.rows:
            if not row.isHidden():
                row.read()
