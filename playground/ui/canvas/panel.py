"""The canvas with what floats above it: network tabs, overview, the hint on an empty canvas."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from playground.ui.canvas.minimap import Minimap
from playground.ui.canvas.network_tabs import NetworkTabs
from playground.ui.canvas.view import CanvasView
from playground.ui.project_session import ProjectSession

HINT = "Drag a layer here, or press Enter in the palette"


class CanvasPanel(QWidget):
    """``view`` fills it."""

    def __init__(self, session: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Network")
        self._session = session
        self.view = CanvasView(session, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.tabs = NetworkTabs(session, self)
        self.tabs.move(16, 12)
        self.minimap = Minimap(self, self.view.canvas_scene, self.view.navigator)
        self._hint = QLabel(HINT, self)
        self._hint.setProperty("look", "muted")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for signal in (session.changed, session.network_changed, session.opened):
            signal.connect(self._show_hint)
        self._show_hint()

    def _show_hint(self, *_: object) -> None:
        self._hint.setVisible(not self._session.graph.nodes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hint.setGeometry(24, self.height() // 2 - 30, max(0, self.width() - 48), 60)
        self.minimap.refresh()
