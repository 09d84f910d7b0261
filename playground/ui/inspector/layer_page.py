"""The Layer tab: what is selected, one layer, several, or the network when nothing is."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from playground.core.graph import Node
from playground.training.check import Check
from playground.ui.inspector.area_view import AreaView
from playground.ui.inspector.many_view import ManyView
from playground.ui.inspector.network_view import NetworkView
from playground.ui.inspector.node_view import NodeView
from playground.ui.inspector.page import Page
from playground.ui.inspector.unknown_view import UnknownView
from playground.ui.project_session import ProjectSession

_View = TypeVar("_View", NodeView, ManyView, NetworkView, UnknownView, AreaView)
_State = tuple[frozenset[str], frozenset[str], str, str, Check]


class LayerPage(Page):
    """Chooses the view that fits the selection; views are made when first needed and kept."""

    help_wanted = Signal(str)  # a topic: "Conv2D", "Conv2D.kernel"
    area_view_made = Signal(object)  # the AreaView, for whoever does what its buttons ask for
    node_shown = Signal()  # another layer is shown, or none, or the same anew

    def __init__(self, session: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._views: list[NodeView | ManyView | NetworkView | UnknownView | AreaView] = []
        self._areas: frozenset[str] = frozenset()
        self._shown: _State | None = None
        self._has_pages = False
        self.current: QWidget | None = None
        self.column.addStretch(1)
        session.checked.connect(self.refresh)
        session.selection_changed.connect(self.refresh)
        session.network_changed.connect(self.refresh)
        session.changed.connect(self._on_changed)

    def render_now(self) -> None:
        session = self._session
        state: _State = (session.selection, self._areas, session.network, session.project.description, session.check)
        old, self._shown = self._shown, state
        if old is not None and old[:4] == state[:4] and old[4] is state[4] and not self._areas:
            return  # a layer was moved: nothing that this page shows
        nodes = [node for node in session.graph.nodes if node.id in session.selection]
        if len(nodes) == 1:
            self._show_node(nodes[0])
        elif nodes:
            self._view(ManyView).show_nodes(nodes)
        elif self._areas & {area.id for area in (*session.graph.frames, *session.graph.notes)}:
            self._view(AreaView).show_areas(self._areas)
        else:
            self._view(NetworkView).render_network()
        self.node_shown.emit()

    @Slot(object, object)
    def _on_changed(self, *_: object) -> None:
        """No check tells of what nothing computes with."""
        if self._areas:
            self.refresh()

    @Slot(object)
    def show_areas(self, ids: frozenset[str]) -> None:
        """Which frames and notes are selected on the canvas."""
        self._areas = ids
        self.refresh()

    def offer_pages(self) -> None:
        """Somebody opens pages of help for ``help_wanted``: fields offer to go there."""
        self._has_pages = True
        for view in self._views:
            if isinstance(view, (NodeView, ManyView)):
                view.offer_pages()

    @property
    def node_view(self) -> NodeView | None:
        """The view of one layer, while that is seen."""
        return self.current if isinstance(self.current, NodeView) and self.isVisible() else None

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.node_shown.emit()

    def _show_node(self, node: Node) -> None:
        if node.kind is None:
            self._view(UnknownView).show_node(node)
        else:
            self._view(NodeView).show_node(node)

    def _view(self, kind: type[_View]) -> _View:
        view = next((made for made in self._views if isinstance(made, kind)), None)
        if view is None:
            view = kind(self._session)
            self._views.append(view)
            if isinstance(view, (NodeView, ManyView)):
                view.help_wanted.connect(self.help_wanted)
                if self._has_pages:
                    view.offer_pages()
            elif isinstance(view, AreaView):
                self.area_view_made.emit(view)
            self.column.insertWidget(0, view)
        if view is not self.current:
            self._leave_current()
            view.show()
            self.current = view
        return view

    def _leave_current(self) -> None:
        if isinstance(self.current, NodeView):
            self.current.commit_name()
        if self.current is not None:
            self.current.hide()
