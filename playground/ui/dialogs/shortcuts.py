"""The keyboard shortcuts, read from the menus themselves, to be looked through and searched."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLineEdit, QMenu, QMenuBar, QVBoxLayout, QWidget

from playground.core.language import mark, tr
from playground.ui.menu_texts import plain
from playground.ui.widgets.basics import label, scrolled

# What the canvas and fields understand without a menu.
BY_HAND = (
    (mark("Zoom to the pointer"), mark("Wheel, or pinch")),
    (mark("Pan"), mark("Middle button, or Space and drag; two fingers")),
    (mark("Select several"), mark("Drag a rubber band, or Shift+click")),
    (mark("Search for a layer at the pointer"), mark("Double-click, or Tab")),
    (mark("Move by a step of the grid"), mark("Arrow keys; with Shift further")),
    (mark("Take a layer out while it is dragged; its link heals"), mark("Alt, also once the drag has begun")),
    (mark("Drag without snapping"), mark("Ctrl while dragging")),
    (mark("Enlarge the preview of the selected layer"), mark("Space")),
    (mark("End a gesture, clear the selection, leave a block"), mark("Esc")),
    (mark("Change a number slowly"), mark("Shift and drag its name, or its slider")),
)
WIDTH, HEIGHT = 760, 640
_LONG = 30  # letters: what the hands do wraps, keys do not


class ShortcutsDialog(QDialog):
    """All of them in groups, one for each menu; the field leaves what it finds, by words or by keys."""

    def __init__(self, bar: QMenuBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.groups = grouped(bar)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Search by what it does, or by keys"))
        self.field.setAccessibleName(tr("Search shortcuts"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._filter)
        self._rows: list[tuple[QWidget, str]] = []
        self._blocks: list[tuple[QWidget, list[QWidget]]] = []
        self._nothing = label("", "muted")
        columns = QHBoxLayout()
        columns.setSpacing(40)
        for part in _halves(self.groups):
            column = QVBoxLayout()
            column.setSpacing(2)
            for title, entries in part:
                column.addWidget(self._block(title, entries))
            column.addStretch(1)
            columns.addLayout(column, 1)
        inside = QWidget()
        inside.setLayout(columns)
        columns.setContentsMargins(0, 0, 12, 0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 16, 16)
        layout.setSpacing(12)
        for widget in (self.field, self._nothing, scrolled(inside), buttons):
            layout.addWidget(widget)
        self._nothing.hide()
        self.resize(WIDTH, HEIGHT)

    def shown(self) -> list[str]:
        """What is listed now, as it is read."""
        return [text for row, text in self._rows if not row.isHidden()]

    def _block(self, title: str, entries: list[tuple[str, str]]) -> QWidget:
        block = QWidget()
        layout = QVBoxLayout(block)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.setSpacing(4)
        layout.addWidget(label(title, "section"))
        rows = []
        for text, keys in entries:
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(16)
            line.addWidget(label(text, wrap=True), 1)
            long = len(keys) > _LONG
            said = label(keys, "muted", wrap=long)
            said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            line.addWidget(said, int(long))
            layout.addWidget(row)
            rows.append(row)
            self._rows.append((row, f"{text} {keys}"))
        self._blocks.append((block, rows))
        return block

    def _filter(self, typed: str) -> None:
        words = typed.casefold().split()
        for row, text in self._rows:
            row.setVisible(all(word in text.casefold() for word in words))
        for block, rows in self._blocks:
            block.setVisible(any(not row.isHidden() for row in rows))
        nothing = not any(not row.isHidden() for row, _ in self._rows)
        self._nothing.setText(tr("No shortcut matches “{text}”.", text=typed) if nothing else "")
        self._nothing.setVisible(nothing)


def grouped(bar: QMenuBar) -> list[tuple[str, list[tuple[str, str]]]]:
    """Title of a menu → what in it has keys, with them; last, what has no menu."""
    found = []
    for action in bar.actions():
        menu = action.menu()
        entries = [(_title(each), keys) for each in _leaves(menu) if (keys := keys_of(each))] if menu else []
        if entries:
            found.append((plain(action.text()), entries))
    found.append((tr("By hand"), [(tr(text), tr(keys)) for text, keys in BY_HAND]))
    return found


def _leaves(menu: object) -> Iterable[QAction]:
    if not isinstance(menu, QMenu):
        return
    for action in menu.actions():
        if action.menu() is not None:
            yield from _leaves(action.menu())
        elif not action.isSeparator():
            yield action


def _title(action: QAction) -> str:
    return str(action.property("title") or plain(action.text()))


def _halves(groups: list[tuple[str, list[tuple[str, str]]]]) -> tuple[list[tuple[str, list[tuple[str, str]]]], ...]:
    """In two columns of about the same height."""
    heights = [len(entries) + 2 for _, entries in groups]
    best = min(range(len(groups) + 1), key=lambda cut: abs(sum(heights[:cut]) - sum(heights[cut:])))
    return groups[:best], groups[best:]


def keys_of(action: QAction) -> str:
    """Its shortcuts for people; keys of their own for "New" or "Open", which few keyboards have, are left out."""
    common = [keys for keys in action.shortcuts() if keys[0].key() < Qt.Key.Key_Back]  # type: ignore[index]
    shown = [keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in common[:2]]
    return tr("{first} or {second}", first=shown[0], second=shown[1]) if len(shown) > 1 else "".join(shown)
