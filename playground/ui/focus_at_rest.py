"""Where the keyboard goes when what had it is gone: to the canvas, not to whatever comes next, which may be Run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from playground.ui.main_window import MainWindow


class FocusAtRest(QObject):
    """Qt gives the focus of a widget that hides to the next one. Who hides a widget and knows better says so after."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_changed)

    def _on_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is None or now is None or not isValid(before) or not isValid(now):
            return
        window = self._window
        ours = now.window() is window and before.window() is window
        if ours and not before.isVisible() and window.on_workbench:
            view = window.canvas.view
            if view.isVisible() and now is not view:
                view.setFocus(Qt.FocusReason.OtherFocusReason)
