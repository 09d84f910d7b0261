"""Adding layers with their links, putting them between others, taking them out, replacing them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF

from playground.core.edits import Edit, Macro, Move, Remove
from playground.core.graph import FreeIds, Link, Node
from playground.core.healing import healed
from playground.core.language import tr
from playground.core.replacing import ReplaceLayers, in_place_of, swapped
from playground.core.rewiring import Detach, PutBetween
from playground.ui.canvas.entries import Addition, addition
from playground.ui.canvas.face import sides_alone
from playground.ui.canvas.geometry import CARD_WIDTH, ROW, PortRef, port_offset, snap
from playground.ui.canvas.making_room import Places, between
from playground.ui.canvas.placing import centered
from playground.ui.canvas.scene import CanvasScene
from playground.ui.project_session import ProjectSession


@dataclass(frozen=True, slots=True)
class Replaced:
    """Ids of the new layers, and what of the old ones could not be kept, in words."""

    nodes: tuple[str, ...]
    lost: tuple[str, ...] = ()


class Rewiring:
    """Each is one entry of the undo history; what was added or changed is selected afterwards."""

    def __init__(self, session: ProjectSession, scene: CanvasScene) -> None:
        self._session, self._scene = session, scene

    def _addition(self, entry: str) -> Addition | None:
        added = addition(self._session, entry)
        if isinstance(added, Addition):
            return added
        self._session.refused.emit(added)
        return None

    def _did(self, edit: Edit, node: str) -> str | None:
        if not self._session.do(edit):
            return None
        self._scene.select_links(())
        self._session.select([node])
        return node

    # --- at the end of a link ---

    def add_after(self, entry: str, source: PortRef, port: str, at: QPointF) -> str | None:
        """A new layer fed by ``source`` at its input ``port``, which stands at ``at``. Its id; None when refused."""
        added = self._addition(entry)
        if added is None:
            return None
        link = Link(source=source.node, source_port=source.name, target=added.node.id, target_port=port)
        return self._add_linked(added, link, at, output=False)

    def add_before(self, entry: str, target: PortRef, at: QPointF) -> str | None:
        """A new layer whose first output, at ``at``, feeds ``target``."""
        added = self._addition(entry)
        if added is None:
            return None
        out = added.node.output_ports[0].name
        link = Link(source=added.node.id, source_port=out, target=target.node, target_port=target.name)
        return self._add_linked(added, link, at, output=True)

    def _add_linked(self, added: Addition, link: Link, at: QPointF, *, output: bool) -> str | None:
        ports = added.node.output_ports if output else added.node.input_ports
        name = link.source_port if output else link.target_port
        index = next((number for number, port in enumerate(ports) if port.name == name), 0)
        corner = at - port_offset(index, len(ports), output=output, down=self._scene.down)
        node = added.node.replace(x=snap(corner.x()), y=snap(corner.y()))
        edit = replace(added, node=node).edit(self._session.network, (link,))
        return self._did(edit, node.id)

    # --- in the middle of a link ---

    def add_between(self, entry: str, link: Link, at: QPointF | None) -> str | None:
        """A new layer in ``link``, its middle at ``at`` (by default the link's), its followers moved as they must."""
        added = self._addition(entry)
        if added is None:
            return None
        corner = centered(at if at is not None else self._middle(link))
        places = self._room(link, corner, added.node, added.node.id)
        x, y = places.pop(added.node.id)
        node = added.node.replace(x=x, y=y)
        network = self._session.network
        edit = replace(added, node=node).edit(network, ())
        steps: list[Edit] = [edit, PutBetween(network, node.id, link)]
        if places:
            steps.append(Move(network, places))
        return self._did(Macro(tuple(steps), tr("Insert {layer}", layer=_kind_title(node))), node.id)

    def put_between(self, node: Node, link: Link, corner: QPointF, *, detached: bool) -> bool:
        """The layer ``node`` goes into ``link``, its corner at ``corner``; ``detached``: it leaves its own first."""
        network, places = self._session.network, self._room(link, corner, node, node.id, leaves=detached)
        first: tuple[Edit, ...] = (Detach(network, frozenset({node.id})),) if detached else ()
        edits = (*first, Move(network, places), PutBetween(network, node.id, link))
        return self._did(Macro(edits, tr("Insert {layer}", layer=_kind_title(node))), node.id) is not None

    def _room(self, link: Link, corner: QPointF, node: Node, own: str, *, leaves: bool = False) -> Places:
        graph = self._session.graph
        if leaves:
            graph = graph.replace(links=healed(graph, frozenset({node.id})))
        ends = (link.source, link.target)
        away = {key for key, item in self._scene.nodes.items() if item.shelter is not None}  # in a collapsed frame
        cards: dict[str, QRectF] = {
            key: item.rect
            for key, item in self._scene.nodes.items()
            if key != node.id and (key not in away or key in ends)
        }
        places = between(graph, cards, link, corner, sides_alone(node, graph.flow).height, own)
        return {key: place for key, place in places.items() if key not in away}  # what nobody sees stays

    def _middle(self, link: Link) -> QPointF:
        """Of the two cards' facing sides."""
        source, target = (self._scene.nodes[name].rect for name in (link.source, link.target))
        if self._scene.down:
            high = max(target.top() - source.bottom(), ROW)
            return QPointF((source.center().x() + target.center().x()) / 2, source.bottom() + high / 2)
        wide = max(target.left() - source.right(), CARD_WIDTH + 128)
        return QPointF(source.right() + wide / 2, (source.top() + target.top()) / 2 + source.height() / 2)

    # --- out of their place ---

    def detach(self, places: Places | None = None) -> bool:
        """The selected layers leave their links, which close behind them; with new ``places`` they move there."""
        session, chosen = self._session, self._session.selection
        if not chosen:
            return False
        out = Detach(session.network, chosen)
        return session.do(out if places is None else Macro((out, Move(session.network, places)), out.text))

    def delete_healing(self) -> bool:
        """The selected layers go, and what fed them feeds what followed them."""
        chosen = self._session.selection
        if not chosen:
            return False
        text = tr("Delete and heal") if len(chosen) == 1 else tr("Delete {count} layers and heal", count=len(chosen))
        return self._session.do(Macro((Remove(self._session.network, chosen, heal=True),), text))

    # --- another layer in the place ---

    def replace_layers(self, entry: str, olds: Sequence[str]) -> Replaced | None:
        """New layers of ``entry`` in the places of ``olds``; None when that is refused."""
        session, graph = self._session, self._session.graph
        added = self._addition(entry)
        olds = [old for old in olds if old in graph.by_id]
        if added is None or not olds:
            return None
        swaps: dict[str, Node] = {}
        lost: dict[str, None] = {}
        stem, free = added.node.id.rstrip("0123456789"), FreeIds(graph.ids)
        for old in olds:
            fresh = added.node.replace(id=free.take(stem))
            kept = in_place_of(graph.by_id[old], fresh)
            swaps[old] = kept.node
            lost |= dict.fromkeys(kept.lost)
        dropped = len(graph.links) - len(swapped(graph, swaps).links)
        if not session.do(ReplaceLayers(session.network, swaps)):
            return None
        session.select(node.id for node in swaps.values())
        words = [*lost]
        if dropped:
            words.append(tr("a link") if dropped == 1 else tr("{count} links", count=dropped))
        return Replaced(tuple(node.id for node in swaps.values()), tuple(words))


def _kind_title(node: Node) -> str:
    return tr(node.kind.title) if node.kind is not None else node.type
