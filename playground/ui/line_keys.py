"""Shortcuts of the window that text fields would take for themselves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_TEXT_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit)


class LineKeys(QObject):
    """While a text field of ``window`` has the keyboard, the shortcuts of ``actions`` still reach the window.

    Only the field with the keyboard is watched: a filter on the whole program would see every event of it.
    """

    def __init__(self, window: QWidget, actions: list[QAction]) -> None:
        super().__init__(window)
        self._window, self._actions = window, actions
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    @Slot(QWidget, QWidget)
    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(before, _TEXT_FIELDS):
            before.removeEventFilter(self)
        if isinstance(now, _TEXT_FIELDS) and now.window() is self._window:
            now.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        pressed = QKeySequence(event.keyCombination())
        if not any(pressed in action.shortcuts() and action.isEnabled() for action in self._actions):
            return False
        event.ignore()
        return True
