"""The palette: a search field and the layers under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from playground.ui.palette.entries import search
from playground.ui.palette.layer_list import LayerList


class PalettePanel(QFrame):
    """Drag a layer out, or double-click it, or press Enter: ``layer_chosen`` names its type."""

    layer_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "panel")
        self.setAccessibleName("Palette")
        self.search_field = QLineEdit()
        self.search_field.setPlaceholderText("Search layers")
        self.search_field.setAccessibleName("Search layers")
        self.search_field.setClearButtonEnabled(True)
        self.search_field.setMinimumHeight(32)
        self.search_field.installEventFilter(self)
        self.layers = LayerList()
        self._nothing = QLabel()
        self._nothing.setProperty("look", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.search_field)
        layout.addWidget(self._nothing)
        layout.addWidget(self.layers, 1)
        self.setFocusProxy(self.search_field)
        self.search_field.textChanged.connect(self._filter)
        self.layers.chosen.connect(self.layer_chosen)
        self.layers.left_upwards.connect(self.search_field.setFocus)
        self._filter("")

    def focus_search(self) -> None:
        """For Ctrl+F: the search field, its text selected."""
        self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_field.selectAll()

    def _filter(self, text: str) -> None:
        kinds = search(text)
        self.layers.show_kinds(kinds)
        self.layers.setVisible(bool(kinds))
        self._nothing.setVisible(not kinds)
        if not kinds:
            self._nothing.setText(f"No layer matches “{text.strip()}”.")

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
        found = search(self.search_field.text()) if self.search_field.text().strip() else []
        if found:
            self.layer_chosen.emit(found[0].type_name)
