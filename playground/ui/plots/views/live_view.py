"""The small place beside the curves: test images, or the first of what the task shows."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from playground import protocol
from playground.ui.plots.run_log import RunLog
from playground.ui.plots.views.tile import Tile


class LiveView(Tile):
    """Shows what is telling in little room; a table only where there is nothing else."""

    def __init__(self, log: RunLog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log = log

    def refresh(self) -> None:
        """Draw what is new."""
        self.show_item(self._log.seen_pictures or first_view(self._log.seen_views))


def first_view(views: protocol.Views | None) -> protocol.View | None:
    """The first that is no table, else the first."""
    shown = views.views if views is not None else ()
    return next((view for view in shown if not isinstance(view, protocol.Rows)), shown[0] if shown else None)
