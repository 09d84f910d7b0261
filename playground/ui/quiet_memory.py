"""Keeps Python's search for garbage short, however large the open network is.

A full search visits every object there is: with 5,000 layers a quarter of a second, in the midst of a drag. What is
there once a project stands open is therefore left out of later searches; when another is opened, all is searched once.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

from playground.ui.project_session import ProjectSession

# After it was opened a project has nearly all that belongs to it, and nobody has pressed Run yet: the one search that
# is made then takes about a tenth of a second.
SETTLED_MILLISECONDS = 300


class QuietMemory(QObject):
    """Watches which project is open in a window."""

    def __init__(self, session: ProjectSession, parent: QObject) -> None:
        super().__init__(parent)
        self._later = QTimer(self, singleShot=True, interval=SETTLED_MILLISECONDS)
        self._later.timeout.connect(self._set_aside)
        session.opened.connect(self._later.start)

    def stop(self) -> None:
        """The window closes."""
        self._later.stop()

    @Slot()
    def _set_aside(self) -> None:
        gc.unfreeze()
        gc.collect()
        gc.freeze()
