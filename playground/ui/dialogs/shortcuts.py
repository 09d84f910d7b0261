"""The keyboard shortcuts, read from the actions themselves."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

ON_THE_CANVAS = (
    ("Zoom to the pointer", "Ctrl+wheel"),
    ("Pan", "Middle button, or Space and drag"),
    ("Select several", "Drag a rubber band, or Shift+click"),
)


class ShortcutsDialog(QDialog):
    """Two columns of what one can press."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        rows = [
            (action.property("title") or action.iconText().removesuffix("…"), keys)
            for action in actions
            if (keys := _keys(action))
        ]
        rows += ON_THE_CANVAS
        columns = QHBoxLayout()
        columns.setSpacing(32)
        half = (len(rows) + 1) // 2
        for part in (rows[:half], rows[half:]):
            form = QFormLayout()
            form.setHorizontalSpacing(24)
            form.setVerticalSpacing(8)
            for text, keys in part:
                label = QLabel(keys)
                label.setProperty("look", "muted")
                form.addRow(text, label)
            columns.addLayout(form)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(24)
        layout.addLayout(columns)
        layout.addWidget(buttons)


def _keys(action: QAction) -> str:
    # Keys of their own for "New" or "Open", which few keyboards have, come from Key_Back on.
    common = [keys for keys in action.shortcuts() if keys[0].key() < Qt.Key.Key_Back]  # type: ignore[index]
    return " or ".join(keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in common[:2])
