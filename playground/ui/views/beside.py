"""The right half of the panel under the canvas: there while a tab stands in it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.ui.widgets.tabbed_pages import TabbedPages


class Beside(QWidget):
    """Hidden while it holds nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabbed = TabbedPages(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 0, 12, 4)
        layout.setSpacing(0)
        layout.addWidget(self.tabbed.strip)
        layout.addWidget(self.tabbed.pages, 1)
        self.hide()

    def follow(self) -> None:
        """Be there, or not."""
        self.setVisible(bool(self.tabbed.widgets))
