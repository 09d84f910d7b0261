"""What the three pages of the inspector share: margins, sections, and waiting while they are hidden."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.ui.help_port import heading
from playground.ui.widgets.basics import label


class Page(QWidget):
    """A column of widgets that renders the session; a hidden page renders when it is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 16)
        self.column.setSpacing(8)

    def refresh(self) -> None:
        """Called for every change of what the page shows."""
        if self.isVisible():
            self.render_now()

    @abstractmethod
    def render_now(self) -> None:
        """Show what the session holds."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.render_now()

    def add_section(self, title: str, topic: Callable[[], str] | None = None) -> None:
        """A heading; with ``topic`` a small "?" beside it opens that page of help."""
        self.column.addSpacing(8)
        self.column.addWidget(heading(title, topic) if topic is not None else label(title, "section"))
