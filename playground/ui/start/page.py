"""The start page: New and Open, recent files, presets as cards. It is the first thing painted: presets follow."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from playground.core.files import FileError
from playground.core.language import tr
from playground.core.presets import in_order, load_preset, preset_names
from playground.ui.drawn_icons import SIZE, command_icon
from playground.ui.start.arrows import neighbour
from playground.ui.start.cards import ClickableFrame, PresetCard, RecentRow
from playground.ui.start.flow_grid import FlowGrid, columns_in
from playground.ui.start.groups import grouped
from playground.ui.start.lesson_cards import LessonTile
from playground.ui.start.recent import RecentFiles
from playground.ui.start.search_field import SearchField
from playground.ui.theme import theme
from playground.ui.widgets.basics import button, label, scrolled, set_text
from playground.ui.widgets.empty_state import EmptyState

_log = logging.getLogger(__name__)
_WIDTH = 1368  # four of the widest cards with their gaps
_NARROW = 700
_LESSON = 200  # pixels: the narrowest card of a lesson; five stand beside each other
_TITLE = 200  # pixels of a title on a button
_HIGH = 1000  # a page of this height has room for two rows of recent files above the examples


class StartPage(QWidget):
    """``refresh`` reads the recent files again; presets do not change while the program runs.

    They are read after the first picture: reading and drawing one takes 5 ms, and there are many.
    """

    preset_chosen = Signal(str)  # name
    file_chosen = Signal(str)  # path
    new_requested = Signal()
    task_requested = Signal()
    lesson_chosen = Signal(str)  # name
    filled = Signal()  # the presets are there
    open_requested = Signal()
    back_requested = Signal()  # to the project that is open behind this page

    def __init__(
        self, parent: QWidget | None = None, recent_files: Callable[[], Sequence[str | Path]] | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Start"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.grids: dict[str, FlowGrid] = {}  # by heading
        self._headings: dict[str, QLabel] = {}
        self._painted = False
        self.back_button = self._action("", tr("The project that is open (Esc)"), self.back_requested.emit)
        self.back_button.setProperty("look", "primary")
        self.back_button.hide()
        self.task_button = self._action(
            tr("New from task…"), tr("Choose what to learn, and from which data"), self.task_requested.emit
        )
        self.new_button = self._action(tr("Empty project"), tr("Begin with an empty canvas"), self.new_requested.emit)
        self.open_button = self._action(tr("Open…"), tr("Open a project or a trained bundle"), self.open_requested.emit)
        self._presets_note = label("", "bad", wrap=True)
        self.recent = RecentFiles(recent_files)
        self.recent.chosen.connect(self.file_chosen)
        self.search_field = SearchField()
        self.search_field.textChanged.connect(self._filter)
        self.search_field.left_downwards.connect(self._go_to_first)
        self.search_field.entered.connect(self._open_first)
        self.nothing_found = EmptyState("search", "", tr("Clear the search"))
        self.nothing_found.hide()
        self.nothing_found.acted.connect(self.search_field.clear)
        self.lessons = FlowGrid(narrowest=_LESSON)
        self._presets = QVBoxLayout()
        self._presets.setSpacing(8)
        self._area = self._lay_out()
        QShortcut(QKeySequence.StandardKey.Find, self, self.search_field.setFocus).setContext(
            Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        theme().changed.connect(self._paint_signs)
        self.refresh()

    @property
    def cards(self) -> list[PresetCard]:
        """Those of all headings, in their order."""
        return [card for grid in self.grids.values() for card in grid.cards if isinstance(card, PresetCard)]

    @property
    def found(self) -> list[PresetCard]:
        """Those that the search has left."""
        return [card for card in self.cards if not card.isHidden()]

    # --- making ---

    def _action(self, text: str, tip: str, act: Callable[[], None]) -> QPushButton:
        made = button(text)
        made.setToolTip(tip)
        made.setIconSize(QSize(SIZE, SIZE))
        made.clicked.connect(act)
        return made

    @Slot()
    def _paint_signs(self) -> None:
        """After the first picture: the icons' module takes its time to load."""
        for made, name in ((self.task_button, "task"), (self.new_button, "new"), (self.open_button, "open")):
            made.setIcon(command_icon(name, theme().color("text")))

    def _lay_out(self) -> QScrollArea:
        content = QWidget()
        content.setMaximumWidth(_WIDTH)
        content.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 40, 0, 32)
        column.setSpacing(8)
        column.addLayout(self._head())
        column.addSpacing(16)
        column.addWidget(label(tr("Recent files"), "section"))
        column.addWidget(self.recent)
        column.addSpacing(16)
        column.addWidget(label(tr("Lessons"), "section"))
        column.addWidget(self.lessons)
        column.addSpacing(16)
        column.addLayout(self._examples_head())
        column.addWidget(self._presets_note)
        column.addLayout(self._presets)
        column.addWidget(self.nothing_found)
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
        area = scrolled(around)
        layout.addWidget(area)
        return area

    def _head(self) -> QBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label("Neural Playground", "display"))
        words.addWidget(label(tr("Build a network, train it, and watch it learn."), "muted", wrap=True))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for made in (self.back_button, self.task_button, self.new_button, self.open_button):
            buttons.addWidget(made, 0, Qt.AlignmentFlag.AlignBottom)
        buttons.addStretch(0)
        self._heading = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._heading.setSpacing(12)
        self._heading.addLayout(words, 1)
        self._heading.addLayout(buttons)
        return self._heading

    def _examples_head(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(label(tr("Examples"), "title"), 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.search_field)
        return line

    # --- filling ---

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The first picture: of the content, which covers the page."""
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._show_presets)
        return super().eventFilter(watched, event)

    def offer_back(self, title: str) -> None:
        """To the open project of this ``title``; "": there is none."""
        self.back_button.setVisible(bool(title))
        shown = self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, _TITLE)
        self.back_button.setText(tr("Back to “{title}”", title=shown).replace("&", "&&"))

    def refresh(self) -> None:
        """Show the recent files as they are now."""
        for tile in self.lessons.cards:
            if isinstance(tile, LessonTile):
                tile.refresh()
        self.recent.refresh(pictures=bool(self.grids))  # before the presets are there, these come first
        for row in self.recent.rows:
            self._follow_keys(row)
        self._fold_recent()
        self._order_focus()

    @property
    def recent_rows(self) -> list[RecentRow]:
        return self.recent.rows

    def _fold_recent(self) -> None:
        columns = columns_in(min(self.width() - 48, _WIDTH))
        self.recent.show_rows(columns, 1 if self.height() < _HIGH else 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons go below the title where there is no room beside it."""
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        self._heading.setDirection(direction.TopToBottom if self.width() < _NARROW else direction.LeftToRight)
        self._fold_recent()

    @Slot()
    def _show_presets(self) -> None:
        """Those that can be read; the others are named."""
        self._paint_signs()
        self._show_lessons()
        found, faults = [], []
        for name in preset_names():
            try:
                found.append(load_preset(name))
            except FileError as error:
                _log.exception("a preset cannot be shown")
                faults.append(str(error))
        if faults:
            set_text(
                self._presets_note,
                tr("Not all presets can be shown: {reasons} Installing the program again brings them back.",
                   reasons=" ".join(faults)),
            )  # fmt: skip
        else:
            set_text(self._presets_note, "")
        for heading, presets in grouped(in_order(found)).items():
            self._headings[heading] = label(tr(heading), "section")
            self._headings[heading].setContentsMargins(0, 12, 0, 0)
            self._presets.addWidget(self._headings[heading])
            cards = [PresetCard(preset) for preset in presets]
            for card in cards:
                card.activated.connect(self.preset_chosen)
                self._follow_keys(card)
            self.grids[heading] = FlowGrid()
            self.grids[heading].set_cards(cards)
            self._presets.addWidget(self.grids[heading])
        self._filter(self.search_field.text())
        self._order_focus()
        self.recent.read()
        QTimer.singleShot(0, self.filled.emit)  # laid out by then

    def _show_lessons(self) -> None:
        """After the first picture, too."""
        from playground.ui.lessons.catalogue import LESSONS

        tiles = [LessonTile(lesson) for lesson in LESSONS]
        for tile in tiles:
            tile.activated.connect(self.lesson_chosen)
            self._follow_keys(tile)
        self.lessons.set_cards(tiles)

    # --- finding, keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Before anything has the focus, the arrow leads to the first example. Escape leads back to what is open."""
        if event.key() == Qt.Key.Key_Escape and not self.back_button.isHidden():
            self.back_requested.emit()
        elif event.key() == Qt.Key.Key_Down:
            self._go_to_first()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Nothing is chosen yet: Qt would give the first button the focus, and its ring."""
        super().showEvent(event)
        if self.focusWidget() is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _go_to_first(self) -> None:
        if self.found:
            self.found[0].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _open_first(self) -> None:
        if self.found:
            self.preset_chosen.emit(self.found[0].key)

    @Slot(str)
    def _filter(self, text: str) -> None:
        """Leave the presets that hold every word; a word of a heading finds all below it."""
        words = text.lower().split()
        for heading, grid in self.grids.items():
            under = [word for word in words if word not in tr(heading).lower()]
            for card in grid.cards:
                card.setVisible(isinstance(card, PresetCard) and card.matches(under))
            grid.place()
            shown = any(not card.isHidden() for card in grid.cards)
            grid.setVisible(shown)
            self._headings[heading].setVisible(shown)
        none = bool(words) and not self.found
        if none:
            self.nothing_found.show_words(tr("No example matches “{text}”.", text=text.strip()), tr("Clear the search"))
        self.nothing_found.setVisible(none)

    def _order_focus(self) -> None:
        """As it is read: rows come and go, and Qt puts new ones last."""
        order: list[QWidget] = [
            self.back_button,
            self.task_button,
            self.new_button,
            self.open_button,
            *self.recent_rows,
            *self.lessons.cards,
            self.search_field,
        ]
        order += [*self.cards, self.nothing_found.button]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _follow_keys(self, card: ClickableFrame) -> None:
        card.left.connect(lambda key: self._go(card, key))
        card.reached.connect(lambda: self._area.ensureWidgetVisible(card, 0, 48))

    def _go(self, card: ClickableFrame, key: int) -> None:
        shown = [row for row in self.recent_rows if not row.isHidden()]
        target = neighbour([*shown, *self.lessons.cards, *self.found], card, key)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
