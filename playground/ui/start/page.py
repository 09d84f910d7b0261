"""The start page: presets as cards, recent files, New and Open. It is the first thing painted, so it does little."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from playground.core.files import FileError
from playground.core.presets import Preset, load_presets
from playground.ui.start.cards import PresetCard, RecentRow
from playground.ui.start.flow_grid import FlowGrid
from playground.ui.widgets.basics import button, clear, label, scrolled, set_text

_log = logging.getLogger(__name__)
_WIDTH = 1022  # three of the widest cards with their gaps
_RECENT_SHOWN = 6


class StartPage(QWidget):
    """``refresh`` reads the recent files again; presets do not change while the program runs."""

    preset_chosen = Signal(str)  # name
    file_chosen = Signal(str)  # path
    new_requested = Signal()
    open_requested = Signal()

    def __init__(
        self, parent: QWidget | None = None, recent_files: Callable[[], Sequence[str | Path]] | None = None
    ) -> None:
        super().__init__(parent)
        self._recent_files = recent_files
        self.setAccessibleName("Start")
        self.grid = FlowGrid()
        self.new_button = self._action("New project", "Begin with an empty canvas", self.new_requested.emit)
        self.open_button = self._action("Open…", "Open a project or a trained bundle", self.open_requested.emit)
        self._presets_note = label("", "bad", wrap=True)
        self._recent_title = label("Recent files", "section")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self.recent_rows: list[RecentRow] = []
        self._lay_out()
        self._show_presets()
        self.refresh()

    def refresh(self) -> None:
        """Show the recent files as they are now."""
        clear(self._recent)
        paths = [] if self._recent_files is None else [str(path) for path in self._recent_files()]
        self.recent_rows = []
        for path in paths[:_RECENT_SHOWN]:
            row = RecentRow(path)
            row.activated.connect(self.file_chosen)
            self._recent.addWidget(row)
            self.recent_rows.append(row)
        self._recent_title.setVisible(bool(self.recent_rows))

    def _action(self, text: str, tip: str, act: Callable[[], None]) -> QPushButton:
        made = button(text)
        made.setToolTip(tip)
        made.clicked.connect(act)
        return made

    def _lay_out(self) -> None:
        content = QWidget()
        content.setMaximumWidth(_WIDTH)
        content.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 40, 0, 32)
        column.setSpacing(8)
        column.addLayout(self._head())
        column.addSpacing(20)
        column.addWidget(label("Begin with a network that is ready to train", "section"))
        column.addWidget(self._presets_note)
        column.addWidget(self.grid)
        column.addSpacing(20)
        column.addWidget(self._recent_title)
        column.addLayout(self._recent)
        column.addStretch(1)
        around = QWidget()
        beside = QHBoxLayout(around)
        beside.setContentsMargins(24, 0, 24, 0)
        beside.addStretch(1)
        beside.addWidget(content, 1000)
        beside.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(around))

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label("Neural Playground", "display"))
        words.addWidget(label("Build a network, train it, and watch it learn.", "muted", wrap=True))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(words, 1)
        head.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignBottom)
        return head

    def _show_presets(self) -> None:
        presets: Sequence[Preset] = ()
        message = ""
        try:
            presets = load_presets()
        except FileError as error:
            _log.exception("the presets cannot be shown")
            message = f"The presets cannot be shown: {error} Installing the program again brings them back."
        set_text(self._presets_note, message)
        cards = [PresetCard(preset) for preset in presets]
        for card in cards:
            card.activated.connect(self.preset_chosen)
        self.grid.set_cards(cards)
