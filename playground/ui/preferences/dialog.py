"""The settings of the program: sections below each other, each setting with its help, searched as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from playground.core.language import tr
from playground.ui.preferences.catalogue import sections
from playground.ui.preferences.setting import Choice, Setting, Switch
from playground.ui.widgets.basics import Check, Combo, button, label, scrolled, set_text

if TYPE_CHECKING:
    from playground.ui.main_window import MainWindow

WIDTH, HEIGHT = 560, 560


class PreferencesDialog(QDialog):
    """Not modal: what is changed shows in the window behind it at once."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("Settings"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Search settings"))
        self.field.setAccessibleName(tr("Search settings"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._filter)
        self._blocks: list[tuple[QWidget, list[tuple[QWidget, str]]]] = []
        self._nothing = label("", "muted")
        self._nothing.hide()
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        for title, entries in sections(window):
            column.addWidget(self._block(title, entries))
        column.addStretch(1)
        inside = QWidget()
        inside.setLayout(column)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 12, 16)
        layout.setSpacing(12)
        for widget in (self.field, self._nothing, scrolled(inside), buttons):
            layout.addWidget(widget)
        self.resize(WIDTH, HEIGHT)

    def shown(self) -> list[str]:
        """The words of what is listed now."""
        return [words for _, rows in self._blocks for row, words in rows if not row.isHidden()]

    def _block(self, title: str, entries: list[Setting]) -> QWidget:
        block = QWidget()
        layout = QVBoxLayout(block)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(12)
        layout.addWidget(label(title, "section"))
        rows = []
        for entry in entries:
            row = _row(entry)
            layout.addWidget(row)
            rows.append((row, f"{title} {entry.title} {entry.help}"))
        self._blocks.append((block, rows))
        return block

    def _filter(self, typed: str) -> None:
        words = typed.casefold().split()
        for block, rows in self._blocks:
            for row, text in rows:
                row.setVisible(all(word in text.casefold() for word in words))
            block.setVisible(any(not row.isHidden() for row, _ in rows))
        set_text(self._nothing, "" if self.shown() else tr("No setting matches “{text}”.", text=typed))


def _row(entry: Setting) -> QWidget:
    """Title and help at the left, the editor at the right."""
    row, words = QWidget(), QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(label(entry.title, wrap=True))
    words.addWidget(label(entry.help, "caption", wrap=True))
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(16)
    layout.addLayout(words, 1)
    if isinstance(entry, Choice):
        layout.addWidget(_combo(entry, words))
    elif isinstance(entry, Switch):
        box = Check()
        box.setAccessibleName(entry.title)
        box.setChecked(entry.read())
        box.toggled.connect(entry.write)
        layout.addWidget(box)
    elif entry.label:
        said = label(entry.state(), "muted", wrap=True, selectable=True)
        set_text(said, entry.state())
        words.addWidget(said)
        made = button(entry.label)
        made.setAccessibleName(f"{entry.title}: {entry.label}")

        def act() -> None:
            entry.act()
            set_text(said, entry.state())

        made.clicked.connect(act)
        layout.addWidget(made)
    return row


def _combo(entry: Choice, words: QVBoxLayout) -> Combo:
    combo = Combo()
    combo.setMinimumWidth(190)
    combo.setAccessibleName(entry.title)
    for value, name in entry.options:
        combo.addItem(name, value)
    combo.setCurrentIndex(max(0, combo.findData(entry.read())))
    note = label("", "warn", wrap=True)
    note.hide()
    words.addWidget(note)

    def choose(index: int) -> None:
        before, value = entry.read(), str(combo.itemData(index))
        if value != before:
            entry.write(value)
            set_text(note, entry.note)

    combo.activated.connect(choose)
    return combo
