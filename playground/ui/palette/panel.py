"""The palette: a search field and the layers under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from playground.core.language import tr
from playground.core.layer import FAMILIES
from playground.ui.palette.entries import Entry, block_entries, layer_entries, search
from playground.ui.palette.layer_list import LayerList
from playground.ui.project_session import ProjectSession
from playground.ui.settings import settings
from playground.ui.widgets.empty_state import EmptyState


class PalettePanel(QFrame):
    """Drag a layer or block out, or double-click it, or press Enter: ``layer_chosen`` tells which entry."""

    layer_chosen = Signal(str)

    def __init__(self, session: ProjectSession | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._layers = layer_entries()
        self._blocks: tuple[Entry, ...] = ()
        self.setProperty("look", "panel")
        self.setAccessibleName(tr("Palette"))
        self.search_field = self._make_field()
        self.layers = LayerList()
        self._nothing = EmptyState("search", "", tr("Clear the search"))
        self._nothing.acted.connect(self._on_clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 4, 12)  # the scroll bar stands beside the names, not in their room
        layout.setSpacing(8)
        for widget in (self.search_field, self._nothing):
            line = QHBoxLayout()
            line.setContentsMargins(0, 0, 8, 0)
            line.addWidget(widget)
            layout.addLayout(line)
        layout.addWidget(self.layers, 1)
        self.setFocusProxy(self.search_field)
        self.search_field.textChanged.connect(self._filter)
        self.layers.chosen.connect(self.layer_chosen)
        self.layers.left_upwards.connect(self.search_field.setFocus)
        self.layers.folds_changed.connect(self._on_folds)
        if session is not None:
            for signal in (session.changed, session.network_changed, session.opened):
                signal.connect(self._follow_networks)
        self._follow_networks()
        self._filter("")

    def _make_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(tr("Search layers"))
        field.setAccessibleName(tr("Search layers"))
        field.setClearButtonEnabled(True)
        field.setMinimumHeight(32)
        field.installEventFilter(self)
        return field

    def focus_search(self) -> None:
        """For Ctrl+Shift+F: the search field, its text selected."""
        self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_field.selectAll()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All that could be listed, blocks before what merely ends a network."""
        order: dict[str, int] = {family: number for number, family in enumerate(FAMILIES)}
        return tuple(sorted((*self._layers, *self._blocks), key=lambda entry: order[entry.family]))

    def help_topic(self) -> str:
        """The page of the best hit, while something is typed."""
        found = self._found() if self.search_field.text().strip() else []
        return f"layer:{found[0].key}" if found and found[0].family != "block" else ""

    def _follow_networks(self, *_: object) -> None:
        if self._session is None:
            return
        blocks = block_entries(self._session.project, self._session.network)
        if blocks != self._blocks:
            self._blocks = blocks
            self._filter(self.search_field.text())

    def _found(self) -> list[Entry]:
        return search(self.entries, self.search_field.text())

    def _filter(self, text: str) -> None:
        if not text.strip():
            self.layers.show_families(self.entries, frozenset(settings().folded_families))
        else:
            self.layers.show_found(self._found())
        found = bool(self.layers.keys())
        self.layers.setVisible(found)
        self._nothing.setVisible(not found)
        if not found:
            self._nothing.setText(tr("No layer matches “{text}”.", text=text.strip()))

    def _on_clear(self) -> None:
        self.search_field.clear()
        self.search_field.setFocus()

    def _on_folds(self, folded: frozenset[str]) -> None:
        settings().folded_families = sorted(folded)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search_field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.layers.enter_from_above()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._add_first()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search_field.text():
                self.search_field.clear()
                return True
        return super().eventFilter(watched, event)

    def _add_first(self) -> None:
        """Enter in the field adds the best hit; without a search there is none."""
        found = self._found()
        if found:
            self.layer_chosen.emit(found[0].key)
