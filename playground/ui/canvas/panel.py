"""The canvas with what floats above it: network tabs, the way back, the sample, overview, a hint where it is empty."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from playground.core.language import mark, tr
from playground.ui.canvas.breadcrumb import Breadcrumb
from playground.ui.canvas.link_legend import LinkLegend
from playground.ui.canvas.minimap import Minimap
from playground.ui.canvas.network_tabs import HEIGHT, NetworkTabs
from playground.ui.canvas.view import CanvasView
from playground.ui.previews.sample_bar import SampleBar
from playground.ui.project_session import ProjectSession
from playground.ui.widgets.basics import button
from playground.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from playground.ui.canvas.network_search.search import NetworkSearch
    from playground.ui.canvas.picture.pictures import Pictures

HINT = mark("Drag a layer here, or double-click to search for one (Tab)")
LEFT, TOP = 16, 12
_TABS = 120  # what the tabs of the networks have at least


class CanvasPanel(QWidget):
    """``view`` fills it. ``seen_changed``: it came into sight, or went out of it."""

    seen_changed = Signal(bool)

    def __init__(self, session: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Network"))
        self._session = session
        self.view = CanvasView(session, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.tabs = NetworkTabs(session, self.view.blocks, self)
        self.tabs.move(LEFT, TOP)
        self.new_network = self._make_button()
        self.breadcrumb = Breadcrumb(session, self.view.trail, self)
        self.breadcrumb.move(LEFT + 2, TOP + HEIGHT + 6)
        self.sample = SampleBar(self)
        self.sample.resized.connect(self._lay_top)
        self.legend = LinkLegend(self)
        self.minimap = Minimap(self, session, self.view.canvas_scene, self.view.navigator)
        self.legend.seen_changed.connect(self.minimap.refresh)
        self._hint = EmptyState("pointer", tr(HINT), parent=self)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # layers are dropped on it
        self._first = button(tr("Add an input"))
        self._first.setParent(self)
        self._first.setToolTip(tr("The layer that every network begins with"))
        self._first.clicked.connect(lambda: self.view.add_layer("Input"))
        self.tabs.block_wanted.connect(self.view.add_layer)
        self.tabs.resized.connect(self._place_button)
        self.tabs.changed.connect(self._lay_top)
        self.new_network.clicked.connect(self._on_new_network)
        self.breadcrumb.shown_changed.connect(self.view.navigator.set_crumb)
        for signal in (session.changed, session.network_changed, session.opened):
            signal.connect(self._show_hint)
        self._show_hint()
        self._place_button()

    @cached_property
    def network_search(self) -> NetworkSearch:
        """The bar that searches in the networks."""
        from playground.ui.canvas.network_search.search import NetworkSearch

        return NetworkSearch(self)

    @cached_property
    def pictures(self) -> Pictures:
        """Draws the canvas into files and onto the clipboard."""
        from playground.ui.canvas.picture.pictures import Pictures

        return Pictures(self)

    def find_network(self) -> None:
        self.network_search.ask()

    def find_next(self) -> None:
        self.network_search.step(1)

    def find_previous(self) -> None:
        self.network_search.step(-1)

    def copy_picture(self) -> None:
        self.pictures.copy()

    def export_picture(self) -> None:
        self.pictures.ask()

    def below_tabs(self) -> int:
        """Where the tabs and the way back end, in pixels from above."""
        return TOP + HEIGHT + (self.breadcrumb.height() + 6 if self.breadcrumb.isVisible() else 0)

    def _make_button(self) -> QToolButton:
        made = QToolButton(self)
        made.setText(tr("+ network"))
        made.setToolTip(tr("Add an empty network"))
        made.setAccessibleName(tr("Add a network"))
        made.setProperty("look", "tab")
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.adjustSize()
        made.setFixedHeight(HEIGHT)
        return made

    def _place_button(self) -> None:
        self.new_network.move(self.tabs.geometry().right() + 4, TOP)

    def _on_new_network(self) -> None:
        name = self.view.blocks.add_network()
        if name is not None:
            self.tabs.rename(name)

    def _show_hint(self, *_: object) -> None:
        for widget in (self._hint, self._first):
            widget.setVisible(not self._session.graph.nodes)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen_changed.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.seen_changed.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        middle = self.height() // 2
        self._hint.setGeometry(24, middle - 100, max(0, self.width() - 48), 152)
        self._first.adjustSize()
        self._first.move((self.width() - self._first.width()) // 2, middle + 40)
        self._lay_top()
        self.minimap.refresh()
        self.legend.place()

    def _lay_top(self) -> None:
        """The tabs at the left, the sample at the right: it gives way first, but for its arrows."""
        room = self.width() - 2 * LEFT - self.new_network.width() - 8
        taken = 0
        if not self.sample.isHidden():
            self.sample.fit_into(max(0, room - min(self.tabs.sizeHint().width(), room * 3 // 5) - LEFT))
            if self.sample.sizeHint().width() > self.sample.width():  # what it never leaves out is not cut
                self.sample.fit_into(min(self.sample.sizeHint().width(), room - _TABS - LEFT))
            taken = self.sample.width() + LEFT
            self.sample.move(self.width() - LEFT - self.sample.width(), TOP)
        self.tabs.fit_into(max(_TABS, room - taken))
