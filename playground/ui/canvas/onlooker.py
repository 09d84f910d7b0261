"""Who sees the events of the canvas before the canvas does."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent


class Onlooker(Protocol):
    """Answers True for an event that is not for the canvas any more."""

    def on_pointer(self, event: QEvent) -> bool:
        """Any event of the viewport."""

    def on_key(self, event: QKeyEvent) -> bool:
        """A key that is pressed or let go; of the latter the canvas hears always."""
