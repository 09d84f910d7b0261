"""What stands under a field: what is wrong with a click that mends it, what an entry gives, notes, and its help."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from playground.core.language import tr
from playground.ui.widgets.basics import button, label, set_text


class FieldNotes(QWidget):
    """Made by a row when it first has something to say: most never have."""

    mend_wanted = Signal()
    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.message = label("", "bad-caption", wrap=True)
        self.hint = label("", "hint", wrap=True)
        self.note = label("", "caption", wrap=True)
        self._mend: QPushButton | None = None
        self._help: _HelpBox | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        for each in (self.message, self.hint, self.note):
            self._column.addWidget(each)
            each.hide()

    @property
    def mend(self) -> QPushButton | None:
        """The button that takes the nearest valid value, while it is offered."""
        return self._mend if self._mend is not None and not self._mend.isHidden() else None

    def show_message(self, text: str, offered: str = "") -> None:
        """What is wrong, read out at once, and the value that a click would take instead."""
        if text != self.message.text():
            set_text(self.message, text)
            self.message.setAccessibleName(text)
        if offered and self._mend is None:
            self._mend = button("", "link")
            self._mend.clicked.connect(self.mend_wanted)
            self._column.insertWidget(1, self._mend)
        if self._mend is not None:
            self._mend.setText(tr("Use {value}", value=offered))
            self._mend.setVisible(bool(offered))

    def show_hint(self, text: str) -> None:
        set_text(self.hint, text)

    def show_note(self, text: str) -> None:
        set_text(self.note, text)

    @property
    def help(self) -> QLabel | None:
        """The help, while it is shown."""
        return self._help.text if self._help is not None and not self._help.isHidden() else None

    def show_help(self, text: str, *, more: bool) -> None:
        """The help of the field in place; empty hides it. ``more``: there is a page to go to."""
        if self._help is None:
            if not text:
                return
            self._help = _HelpBox()
            self._help.more.clicked.connect(self.more_wanted)
            self._column.addWidget(self._help)
        self._help.text.setText(text)
        self._help.more.setVisible(more)
        self._help.setVisible(bool(text))


class _HelpBox(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "help")
        self.text = label("", "caption", wrap=True)
        self.more = button(tr("Open its help page"), "link")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(0)
        column.addWidget(self.text)
        column.addWidget(self.more)
