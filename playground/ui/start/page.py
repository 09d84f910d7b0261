"""The start page: New and Open, recent files, presets as cards. It is the first thing painted: presets follow."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from playground.core.files import FileError
from playground.core.presets import in_order, load_preset, preset_names
from playground.ui.start.cards import PresetCard, RecentRow
from playground.ui.start.flow_grid import FlowGrid
from playground.ui.start.groups import grouped
from playground.ui.widgets.basics import button, clear, label, scrolled, set_text

_log = logging.getLogger(__name__)
_WIDTH = 1022  # three of the widest cards with their gaps
_NARROW = 700
_RECENT_SHOWN = 4  # the presets shall be in sight


class StartPage(QWidget):
    """``refresh`` reads the recent files again; presets do not change while the program runs.

    They are read after the first picture: reading and drawing one takes 5 ms, and there are many.
    """

    preset_chosen = Signal(str)  # name
    file_chosen = Signal(str)  # path
    new_requested = Signal()
    task_requested = Signal()
    filled = Signal()  # the presets are there
    open_requested = Signal()

    def __init__(
        self, parent: QWidget | None = None, recent_files: Callable[[], Sequence[str | Path]] | None = None
    ) -> None:
        super().__init__(parent)
        self._recent_files = recent_files
        self.setAccessibleName("Start")
        self.grids: dict[str, FlowGrid] = {}  # by heading
        self._painted = False
        self.task_button = self._action(
            "New from task…", "Choose what to learn, and from which data", self.task_requested.emit
        )
        self.new_button = self._action("Empty project", "Begin with an empty canvas", self.new_requested.emit)
        self.open_button = self._action("Open…", "Open a project or a trained bundle", self.open_requested.emit)
        self._presets_note = label("", "bad", wrap=True)
        self._recent_title = label("Recent files", "section")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self.recent_rows: list[RecentRow] = []
        self._presets = QVBoxLayout()
        self._presets.setSpacing(8)
        self._lay_out()
        self.refresh()

    @property
    def cards(self) -> list[PresetCard]:
        """Those of all headings, in their order."""
        return [card for grid in self.grids.values() for card in grid.cards if isinstance(card, PresetCard)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The first picture: of the content, which covers the page."""
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._show_presets)
        return super().eventFilter(watched, event)

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
        column.addWidget(self._recent_title)
        column.addLayout(self._recent)
        column.addWidget(self._presets_note)
        column.addLayout(self._presets)
        column.addStretch(1)
        around = QWidget()
        around.installEventFilter(self)
        beside = QHBoxLayout(around)
        beside.setContentsMargins(24, 0, 24, 0)
        beside.addStretch(1)
        beside.addWidget(content, 1000)
        beside.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(around))

    def _head(self) -> QBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label("Neural Playground", "display"))
        words.addWidget(label("Build a network, train it, and watch it learn.", "muted", wrap=True))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for made in (self.task_button, self.new_button, self.open_button):
            buttons.addWidget(made, 0, Qt.AlignmentFlag.AlignBottom)
        buttons.addStretch(0)
        self._heading = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._heading.setSpacing(12)
        self._heading.addLayout(words, 1)
        self._heading.addLayout(buttons)
        return self._heading

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons go below the title where there is no room beside it."""
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        self._heading.setDirection(direction.TopToBottom if self.width() < _NARROW else direction.LeftToRight)

    @Slot()
    def _show_presets(self) -> None:
        """Those that can be read; the others are named."""
        found, faults = [], []
        for name in preset_names():
            try:
                found.append(load_preset(name))
            except FileError as error:
                _log.exception("a preset cannot be shown")
                faults.append(str(error))
        missing = " ".join(faults)
        again = f"Not all presets can be shown: {missing} Installing the program again brings them back."
        set_text(self._presets_note, again if faults else "")
        for heading, presets in grouped(in_order(found)).items():
            self._presets.addSpacing(12)
            self._presets.addWidget(label(heading, "section"))
            cards = [PresetCard(preset) for preset in presets]
            for card in cards:
                card.activated.connect(self.preset_chosen)
            self.grids[heading] = FlowGrid()
            self.grids[heading].set_cards(cards)
            self._presets.addWidget(self.grids[heading])
        QTimer.singleShot(0, self.filled.emit)  # laid out by then
