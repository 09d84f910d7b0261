"""The text box of a value: steps with the arrow keys, shows the unit, leaves undo to the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QWidget

from playground.ui.theme import CAPTION, theme
from playground.ui.widgets.stepping import PAGE

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: PAGE, Qt.Key.Key_PageDown: -PAGE}
_PLAIN = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
_FINE = {Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier}
_GAP, _PREFIX_ROOM = 4, 14


class ValueLine(QLineEdit):
    """A line edit whose undo is the project's: Ctrl+Z in the box takes back the last edit, whatever it was.

    While ``holds_typing`` says that its text is not in the project, Ctrl+Z takes back the text first.
    """

    stepped = Signal(int, bool)  # +1 or −1, ten times that with a page key; whether finely (Shift or Alt held)
    reverted = Signal()  # Escape, and Ctrl+Z while it holds typing
    entered = Signal()  # the box has the keyboard now
    left = Signal()  # … and has it no more

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(32)
        self.holds_typing = False
        self.typed_over = False  # whether Escape has something to give back
        self.asks_help = False  # whether "?" is no character of a value, but the key for help
        self.opens_list = False  # Alt+Down is then the list's
        self._prefix = self._unit = ""

    def set_unit(self, unit: str) -> None:
        """Drawn in grey behind the text, where there is room."""
        self._unit = unit
        self.update()

    def set_prefix(self, letter: str) -> None:
        """Drawn in grey before the text: which axis the number is of."""
        self._prefix = letter
        self.setTextMargins(_PREFIX_ROOM if letter else 0, 0, 0, 0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoes = event.matches(QKeySequence.StandardKey.Undo)
            if undoes or event.matches(QKeySequence.StandardKey.Redo):
                event.setAccepted(undoes and self.holds_typing)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step, held = _STEPS.get(Qt.Key(event.key())), event.modifiers()
        if step is not None and (held in _PLAIN or (held in _FINE and not self.opens_list)):
            self.stepped.emit(step, held in _FINE)
        elif (event.key() == Qt.Key.Key_Escape and self.typed_over) or (
            event.matches(QKeySequence.StandardKey.Undo) and self.holds_typing
        ):
            self.reverted.emit()
        elif event.key() == Qt.Key.Key_Escape or (self.asks_help and event.text() == "?"):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The whole value, not a part of it: 0.001 is no two words."""
        if event.button() == Qt.MouseButton.LeftButton and not self.isReadOnly():
            self.selectAll()
        else:
            super().mouseDoubleClickEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:  # its own menu is open
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        counted = bool(self._unit) and self.text()[-1:].isdigit()  # a word is counted in nothing
        if not counted and not self._prefix:
            return
        painter = QPainter(self)
        painter.setPen(theme().color("muted"))
        metrics, option = self.fontMetrics(), QStyleOptionFrame()
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        margins = self.textMargins()
        left, base = inside.left() + 2 + margins.left(), inside.center().y() + metrics.ascent() / 2 - 1
        if self._prefix:
            painter.setFont(theme().font(CAPTION))
            painter.drawText(QPointF(inside.left() + 2, base), self._prefix)
        if counted:
            at = left + metrics.horizontalAdvance(self.text()) + _GAP
            painter.setFont(theme().font(CAPTION))
            if at + painter.fontMetrics().horizontalAdvance(self._unit) <= inside.right():
                painter.drawText(QPointF(at, base), self._unit)
