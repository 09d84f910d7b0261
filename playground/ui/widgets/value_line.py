"""The text box of a value: steps with the arrow keys, gives Escape a meaning, leaves undo to the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

_NONE = Qt.KeyboardModifier.NoModifier


class ValueLine(QLineEdit):
    """A line edit whose undo is the project's: Ctrl+Z in the box takes back the last edit, whatever it was."""

    stepped = Signal(int)  # +1 or −1; ten times that with a page key
    reverted = Signal()  # Escape
    entered = Signal()  # the box has the keyboard now
    left = Signal()  # … and has it no more

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(32)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))
        ):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}
        step = steps.get(Qt.Key(event.key()))
        # Alt+Down opens the list of a box that has one
        if step is not None and event.modifiers() in {_NONE, Qt.KeyboardModifier.KeypadModifier}:
            self.stepped.emit(step)
        elif event.key() == Qt.Key.Key_Escape:
            self.reverted.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
