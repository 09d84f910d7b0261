"""What one can do to the layers on the canvas, as edits of the session."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QPointF, QRectF

from playground.core.block_edits import Paste
from playground.core.edits import AddNodes, Edit, EditRefused, Macro, Move, Remove, copy_nodes
from playground.core.graph import Link, Node
from playground.ui.canvas import clipboard
from playground.ui.canvas.entries import addition
from playground.ui.canvas.geometry import CARD_HEIGHT, CARD_WIDTH, card_rect, snap
from playground.ui.canvas.placing import beside, in_view
from playground.ui.canvas.scene import CanvasScene
from playground.ui.project_session import ProjectSession

NUDGE_PAUSE_MS = 1000


class CanvasActions:
    """Add, copy, paste, duplicate, delete, nudge. Each is one entry of the undo history."""

    def __init__(self, session: ProjectSession, scene: CanvasScene) -> None:
        self._session, self._scene = session, scene
        self._nudged = QElapsedTimer()
        self._nudge: tuple[int, frozenset[str]] = (0, frozenset())
        self._last_paste: tuple[float, float] | None = None
        self._pastes = 0

    # --- adding ---

    def add(self, entry: str, place: QPointF | None, visible: QRectF) -> str | None:
        """A new layer, selected; linked from the one selected layer when it takes a link. Its id, None if refused.

        ``entry`` is a type name, or a block's (see ``entries``).
        """
        added = addition(self._session, entry)
        if isinstance(added, str):
            self._session.refused.emit(added)
            return None
        if place is None:
            place = self._place(visible)
        added = replace(added, node=added.node.replace(x=place.x(), y=place.y()))
        link = self.link_from_selection(added.node)
        if not self._session.do(added.edit(self._session.network, () if link is None else (link,))):
            return None
        self._session.select([added.node.id])
        return added.node.id

    def drop(self, entry: str, place: QPointF) -> None:
        """A new layer where it was dropped; the view stays, since the person looks at the place."""
        self.add(entry, place, QRectF())

    def _place(self, visible: QRectF) -> QPointF:
        chosen = self._only_selected()
        cards = [item.rect for item in self._scene.nodes.values()]
        return in_view(visible, cards) if chosen is None else beside(card_rect(chosen.x, chosen.y), cards)

    def _only_selected(self) -> Node | None:
        selection = self._session.selection
        return self._session.graph.by_id[next(iter(selection))] if len(selection) == 1 else None

    def link_from_selection(self, node: Node) -> Link | None:
        """The link that adding ``node`` would bring with it."""
        chosen = self._only_selected()
        graph = self._session.graph
        outputs = graph.output_ports(chosen.id) if chosen is not None else ()
        if chosen is None or not outputs or not node.input_ports:
            return None
        used = {link.source_port for link in graph.outgoing[chosen.id]}
        port = next((port.name for port in outputs if port.name not in used), outputs[0].name)
        link = Link(source=chosen.id, target=node.id, source_port=port, target_port=node.input_ports[0].name)
        return link if graph.replace(nodes=(*graph.nodes, node)).refusal(link) is None else None

    # --- the clipboard ---

    def copy(self) -> bool:
        if not self._session.selection:
            return False
        clipboard.put(self._session.project, self._session.network, self._session.selection, self._session.origin)
        self._last_paste = None
        return True

    def cut(self) -> None:
        if self.copy():
            self._delete(f"Cut {_layers(len(self._session.selection))}", with_links=False)

    def paste(self, at: QPointF | None) -> None:
        """The copied layers around ``at``, or a little off their old places; refused when there are none."""
        try:
            copied = clipboard.take()
        except clipboard.NotLayers as error:
            self._session.refused.emit(str(error))
            return
        key = (at.x(), at.y()) if at is not None else (0.5, 0.5)
        self._pastes = self._pastes + 1 if key == self._last_paste else 0
        self._last_paste = key
        box = _box(copied.nodes)
        if at is None:
            off = QPointF(40 + 24 * self._pastes, 40 + 24 * self._pastes)
        else:
            off = at - box.center() + QPointF(24, 24) * self._pastes
        self._insert(copied, off, f"Paste {_layers(len(copied.nodes))}")

    def duplicate(self) -> None:
        graph, chosen = self._session.graph, self._session.selection
        nodes = tuple(node for node in graph.nodes if node.id in chosen)
        if nodes:
            self._insert(clipboard.Copied(nodes, graph.links), QPointF(40, 40), f"Duplicate {_layers(len(nodes))}")

    def _insert(self, copied: clipboard.Copied, off: QPointF, text: str) -> None:
        offset, session = (snap(off.x()), snap(off.y())), self._session
        try:
            copies, inner = copy_nodes(session.graph, copied.nodes, copied.links, offset)
        except EditRefused as error:
            session.refused.emit(str(error))
            return
        if copied.networks:
            own = copied.token == session.origin
            edit: Edit = Paste(session.network, copies, inner, copied.networks, own, text)
        else:
            edit = AddNodes(session.network, copies, inner, text)
        if session.do(edit):
            self._scene.select_links(())
            self._session.select(node.id for node in copies)

    # --- deleting, moving ---

    def delete(self) -> None:
        self._delete("", with_links=True)

    def _delete(self, text: str, *, with_links: bool) -> None:
        links = self._scene.selected_links if with_links else frozenset()
        if not self._session.selection and not links:
            return
        removal = Remove(self._session.network, self._session.selection, links)
        self._session.do(Macro((removal,), text or removal.text))

    def nudge(self, dx: float, dy: float) -> None:
        """Move the selection by whole steps of the grid; keys pressed one after the other are one undo step."""
        selection, graph = self._session.selection, self._session.graph
        number, before = self._nudge
        if selection != before or not self._nudged.isValid() or self._nudged.elapsed() > NUDGE_PAUSE_MS:
            number += 1
        self._nudge = (number, selection)
        self._nudged.start()
        places = {key: (snap(graph.by_id[key].x + dx), snap(graph.by_id[key].y + dy)) for key in selection}
        self._session.do(Move(self._session.network, places, ("nudge", number)))


def _layers(number: int) -> str:
    return "layer" if number == 1 else f"{number} layers"


def _box(nodes: Iterable[Node]) -> QRectF:
    box = QRectF()
    for node in nodes:
        box = box.united(QRectF(node.x, node.y, CARD_WIDTH, CARD_HEIGHT))
    return box
