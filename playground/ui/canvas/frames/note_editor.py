"""Writes a note in place, on its paper."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from playground.core.annotations import LONGEST_NOTE
from playground.core.language import tr
from playground.ui.canvas.name_editor import inside
from playground.ui.theme import BODY, theme

LEAST = (180, 72)  # pixels, however small the note is on the screen


class NoteEditor(QPlainTextEdit):
    """Lies over the note. Leaving it, Escape and Ctrl+Enter keep the text: undo takes it back."""

    written = Signal(str, str)  # note id, text

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._canvas, self._note = parent, ""
        self.setAccessibleName(tr("Text of the note"))
        self.setPlaceholderText(tr("Write a note. # makes a heading, - a list, **bold**"))
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()

    @property
    def note(self) -> str:
        """The id of the note that is being written; empty while none is."""
        return self._note

    def ask(self, note: str, text: str, place: QRectF, zoom: float) -> None:
        """Write ``text`` anew at ``place`` in the parent."""
        self._note = note
        self.setPlainText(text)
        self.setFont(theme().font(max(BODY, round(BODY * min(zoom, 2.0)))))
        rect = place.toRect()
        rect.setWidth(max(rect.width(), LEAST[0]))
        rect.setHeight(max(rect.height(), LEAST[1]))
        self.setGeometry(inside(rect, self._canvas.rect()))
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def finish(self) -> None:
        """End it; the text becomes the note's."""
        if not self._note:
            return
        note, self._note = self._note, ""
        had_focus = self.hasFocus()
        self.hide()
        if had_focus:
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.written.emit(note, self.toPlainText()[:LONGEST_NOTE])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (enter and held):
            self.finish()
            event.accept()
            return
        super().keyPressEvent(event)
        event.accept()  # Delete and arrows are the text's here, not the canvas's

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:  # its own menu
            self.finish()
