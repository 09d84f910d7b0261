"""Renames a layer in place, on its card."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from playground.core.language import tr
from playground.ui.theme import BODY, theme

LEAST_WIDTH, MOST_WIDTH = 96, 360  # pixels


class NameEditor(QLineEdit):
    """Lies over the card's name. Enter and leaving keep the text, Escape does not."""

    named = Signal(str, str)  # node id, text

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._canvas = parent
        self.setAccessibleName(tr("Name of the layer"))
        self.setMaxLength(80)
        self._node = ""
        self._asked = False
        self.hide()

    def ask(self, node: str, name: str, place: QRectF, zoom: float) -> None:
        """Edit ``name`` at ``place`` in the parent."""
        self._node, self._asked = node, True
        self.setText(name)
        self.setFont(theme().font(max(BODY, round(BODY * min(zoom, 2.0))), bold=True))
        self.setGeometry(self._room(place))
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def _room(self, place: QRectF) -> QRect:
        """Over ``place``, as high as a line of text, no wider than one reads at once, inside the canvas: the title of a
        frame that fills the window is as wide as that, one seen from far is tiny.
        """
        rect = place.toRect().adjusted(-2, -4, 2, 4)
        line = self.fontMetrics().height() + 14
        rect.setHeight(min(max(rect.height(), line), line + 12))
        rect.setWidth(min(max(rect.width(), LEAST_WIDTH), MOST_WIDTH))
        return inside(rect, self._canvas.rect())

    def finish(self, *, keep: bool) -> None:
        """End it; with ``keep`` the text becomes the name."""
        if not self._asked:
            return
        self._asked = False
        had_focus = self.hasFocus()
        self.hide()
        if had_focus:
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        if keep:
            self.named.emit(self._node, self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish(keep=True)
        elif event.key() == Qt.Key.Key_Escape:
            self.finish(keep=False)
        else:
            super().keyPressEvent(event)
            event.accept()  # Delete, F and arrows are the text's here, not the canvas's

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
            if held == Qt.KeyboardModifier.NoModifier:
                event.accept()  # letters and Delete are text here, whatever the window uses them for
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.finish(keep=True)


def inside(rect: QRect, area: QRect) -> QRect:
    """``rect`` moved into ``area``, and made no larger than that."""
    made = QRect(rect.topLeft(), rect.size().boundedTo(area.size()))
    made.moveRight(min(made.right(), area.right()))
    made.moveBottom(min(made.bottom(), area.bottom()))
    made.moveLeft(max(made.left(), area.left()))
    made.moveTop(max(made.top(), area.top()))
    return made
