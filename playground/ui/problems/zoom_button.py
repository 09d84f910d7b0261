"""The zoom of the canvas in per cent; a click offers others."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton

from playground.core.language import tr

ZOOMS = (0.25, 0.5, 1.0, 2.0)
_NATIVE = QKeySequence.SequenceFormat.NativeText


class ZoomButton(QPushButton):
    """``zoom_wanted`` with one of ``ZOOMS``, the others for what is to be seen whole."""

    zoom_wanted = Signal(float)
    fit_wanted = Signal()
    selection_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "status")
        self.setProperty("tone", "muted")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("Zoom"))
        menu = QMenu(self)
        for zoom in ZOOMS:
            keys = "Ctrl+0" if zoom == 1.0 else ""
            self._offer(menu, percent(zoom), keys, lambda zoom=zoom: self.zoom_wanted.emit(zoom))  # type: ignore[misc]
        menu.addSeparator()
        self._offer(menu, tr("Fit the network"), "Ctrl+1", self.fit_wanted.emit)
        self._offer(menu, tr("Zoom to selection"), "Ctrl+2", self.selection_wanted.emit)
        self.setMenu(menu)
        self.show_zoom(1.0)

    def show_zoom(self, zoom: float) -> None:
        """``zoom`` 1.0 is 100 %."""
        if percent(zoom) != self.text():
            self.setText(percent(zoom))
            self.setAccessibleName(tr("Zoom: {percent}", percent=percent(zoom)))

    @staticmethod
    def _offer(menu: QMenu, text: str, keys: str, act: Callable[[], object]) -> None:
        """The keys are only written there: the window's commands have them."""
        shown = f"{text}\t{QKeySequence(keys).toString(_NATIVE)}" if keys else text
        menu.addAction(shown).triggered.connect(lambda _checked=False: act())


def percent(zoom: float) -> str:
    """0.75 as "75 %"."""
    return f"{zoom:.0%}".replace("%", " %")
