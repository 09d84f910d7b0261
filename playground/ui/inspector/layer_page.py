"""The Layer tab: what is selected, one layer, several, or the network when nothing is."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

from playground.core.graph import Node
from playground.training.check import Check
from playground.ui.inspector.many_view import ManyView
from playground.ui.inspector.network_view import NetworkView
from playground.ui.inspector.node_view import NodeView
from playground.ui.inspector.page import Page
from playground.ui.inspector.unknown_view import UnknownView
from playground.ui.project_session import ProjectSession

_View = TypeVar("_View", NodeView, ManyView, NetworkView, UnknownView)
_State = tuple[frozenset[str], str, str, Check]


class LayerPage(Page):
    """Chooses the view that fits the selection; views are made when first needed and kept."""

    def __init__(self, session: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._views: list[NodeView | ManyView | NetworkView | UnknownView] = []
        self._shown: _State | None = None
        self.current: QWidget | None = None
        self.column.addStretch(1)
        session.checked.connect(self.refresh)
        session.selection_changed.connect(self.refresh)
        session.network_changed.connect(self.refresh)

    def render_now(self) -> None:
        session = self._session
        state: _State = (session.selection, session.network, session.project.description, session.check)
        old, self._shown = self._shown, state
        if old is not None and old[:3] == state[:3] and old[3] is state[3]:
            return  # a layer was moved: nothing that this page shows
        nodes = [node for node in session.graph.nodes if node.id in session.selection]
        if len(nodes) == 1:
            self._show_node(nodes[0])
        elif nodes:
            self._view(ManyView).show_nodes(nodes)
        else:
            self._view(NetworkView).render_network()

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
