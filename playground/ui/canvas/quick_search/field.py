"""The field of the search: it keeps the keyboard, and passes on the keys that are meant for the hits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from playground.core.language import tr

_WALKS = {
    Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down", Qt.Key.Key_PageUp: "page up", Qt.Key.Key_PageDown: "page down",
    Qt.Key.Key_Tab: "section", Qt.Key.Key_Backtab: "back",
}  # fmt: skip
_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class SearchField(QLineEdit):
    """``walked`` says which way: up, down, page up, page down, first, last, section (Tab) or back (Shift+Tab).

    ``lost``: another widget of the window has the keyboard now.
    """

    walked = Signal(str)
    accepted = Signal()
    left = Signal()
    lost = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("Search layers"))
        self.setAccessibleName(tr("Search layers"))
        self.setClearButtonEnabled(True)
        self.setMinimumHeight(32)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._is_ours(event):
                event.accept()  # whatever the window uses these keys for
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self.keyPressEvent(event)
                return True
        return super().event(event)

    @staticmethod
    def _is_ours(event: QKeyEvent) -> bool:
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        return (held == Qt.KeyboardModifier.NoModifier and event.key() < Qt.Key.Key_F1) or event.key() in _WALKS

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _WALKS:
            self.walked.emit(_WALKS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Home and self.cursorPosition() == 0:
            self.walked.emit("first")
        elif key == Qt.Key.Key_End and self.cursorPosition() == len(self.text()):
            self.walked.emit("last")
        else:
            super().keyPressEvent(event)
            event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.lost.emit()
