"""The active network as items. Renders ``session.graph``; touches only what an edit has changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtWidgets import QGraphicsScene

from playground.core.graph import Flow, Graph, Link
from playground.core.infer import NodeFacts
from playground.training.check import Check
from playground.ui.canvas.card_painter import VERY_FAR
from playground.ui.canvas.face import sides_of
from playground.ui.canvas.far_cards import FarCards
from playground.ui.canvas.finding import Finder
from playground.ui.canvas.frames.annotations import Annotations
from playground.ui.canvas.frames.area_item import AreaItem
from playground.ui.canvas.geometry import CARD_WIDTH, SHAPE_HEIGHT, PortRef
from playground.ui.canvas.laying import Laying
from playground.ui.canvas.link_item import LinkItem, LinkLabel, link_key
from playground.ui.canvas.node_item import NodeItem, PortMark
from playground.ui.canvas.port_label import PortLabel
from playground.ui.canvas.routing.way import LinkKey
from playground.ui.canvas.told import data_title, problems_here
from playground.ui.canvas.wires import Wires
from playground.ui.project_session import ProjectSession

__all__ = ["CanvasScene", "link_key"]

AROUND = 4000.0  # units kept free around what there is before places are sorted anew
LEAST_DEPTH = 5  # of the tree in which items are sorted by place


class CanvasScene(QGraphicsScene):
    """Cards by node id and links by their ends. ``places_changed``: cards came, went or moved."""

    places_changed = Signal()
    link_hovered = Signal(object)  # the LinkItem under the pointer, None when there is none any more

    def __init__(self, session: ProjectSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.nodes: dict[str, NodeItem] = {}
        self.links: dict[LinkKey, LinkItem] = {}
        self._order: tuple[Link, ...] = ()
        self._hovered: tuple[NodeItem | None, PortRef | None, LinkItem | None] = (None, None, None)
        self._zoom = 1.0
        self.far = False  # all cards and links are painted in one go
        self._sheltered = False
        self.moving = False  # cards are being dragged, or glide
        self._made = 0  # cards: the last one lies over the others
        self.wires = Wires(self.links)
        self.far_cards = FarCards(self.nodes)
        self.laying = Laying(self)
        self._finder = Finder(self)
        self._content: QRectF | None = None
        for item in (self.wires, self.wires.labels, self.far_cards):
            self.addItem(item)
        self._label = LinkLabel()
        self.addItem(self._label)
        self._port_label = PortLabel()
        self.addItem(self._port_label)
        self.annotations = Annotations(self)
        self.sync()
        session.checked.connect(self._on_checked)

    # --- from the project ---

    @property
    def down(self) -> bool:
        """Whether data flow downwards here, not to the right."""
        return self.flow == "down"

    @property
    def flow(self) -> Flow:
        return self._session.graph.flow

    def sync(self) -> None:
        """Show the project as it is now."""
        graph = self._session.graph
        # While a network is being replaced its check may be one signal behind.
        inference = self._session.check.networks.get(self._session.network)
        facts = inference.facts if inference else {}
        moved = self._sync_nodes(graph, facts)
        moved |= self.annotations.sync(graph, facts)
        moved |= self.shelter()
        changed = self._sync_links(graph)
        if moved or changed:
            self.route_links()
        if moved:
            self._keep_in_order()
            self.places_changed.emit()

    def _on_checked(self, check: Check) -> None:
        """A run may have found something wrong: no edit tells of it."""
        if check.problems is not self._told:
            self.sync()

    def _sync_nodes(self, graph: Graph, facts: Mapping[str, NodeFacts]) -> bool:
        problems, networks = problems_here(self._session), self._session.project.networks
        self._told = self._session.check.problems
        title = data_title(self._session)
        moved = False
        for node_id in [known for known in self.nodes if known not in graph.by_id]:
            self._forget_hover()
            self.removeItem(self.nodes.pop(node_id))
            moved = True
        for node in graph.nodes:
            item = self.nodes.get(node.id)
            unchanged = item is not None and item.node is node and item.ports_settled and item.sides.down == self.down
            sides = item.sides if item is not None and unchanged else sides_of(graph, node, networks)
            if item is None:
                item = self.nodes[node.id] = NodeItem(node, sides, self.far_cards.touch)
                item.order = self._made = self._made + 1
                item.show_far(self.far)
                self.addItem(item)
                moved = True
            moved |= item.show_node(node, facts.get(node.id, NodeFacts()), problems.get(node.id, ()), title, sides)
        return moved

    def _sync_links(self, graph: Graph) -> bool:
        changed = len(graph.links) != len(self._order) or any(
            a is not b for a, b in zip(graph.links, self._order, strict=True)
        )
        if changed:
            self._order = graph.links
            wanted = {link_key(link): link for link in graph.links}
            for key in [known for known in self.links if known not in wanted]:
                self._forget_hover()
                del self.links[key]
                self.wires.forget(key)
            for order, (key, link) in enumerate(wanted.items()):
                item = self.links.get(key)
                if item is None:
                    item = self.links[key] = LinkItem(link, self.wires.made)
                item.link, item.order = link, order
        with self.wires.together():
            for item in self.links.values():
                source = self.nodes[item.link.source]
                item.told = self.down and len(source.sides.outputs) == 1
                item.show_flow(source.shape_at(item.link.source_port), source.family)
        return changed

    # --- the way of links ---

    def route_links(self, only: frozenset[str] | None = None) -> None:
        """Lay links anew: all, or those at the nodes ``only`` (while these are being moved)."""
        self._content = None
        self.moving = only is not None
        self.wires.show_moving(self.moving)
        if only is None:
            self.laying.all(self._session.graph)
            self.far_cards.touch()
        else:
            self.laying.moving(self._session.graph, only)
            self.far_cards.touch(only)

    def zoomed(self, zoom: float) -> None:
        """Show as much as can be read at this zoom."""
        self._zoom = zoom
        self._label.show_near(zoom)
        self._port_label.show_near(zoom)
        self.annotations.zoomed(zoom)
        self.wires.labels.show_at(zoom)
        if self.far != (zoom < VERY_FAR):
            self.far = zoom < VERY_FAR
            self.far_cards.setVisible(self.far)
            self.wires.show_far(self.far)
            for item in self.nodes.values():
                item.show_far(self.far)

    # --- what is where ---

    def port_at(self, point: QPointF, reach: float) -> PortRef | None:
        """The nearest port within ``reach``."""
        return self._finder.port(point, reach)

    def node_at(self, point: QPointF) -> NodeItem | None:
        """The topmost card there."""
        return next((item for item in self._finder.cards(point, 0.0) if item.rect.contains(point)), None)

    def cards_near(self, point: QPointF, reach: float) -> list[NodeItem]:
        """Cards within ``reach`` of a place, the topmost first: marks and notes lie around them."""
        return self._finder.cards(point, reach)

    def link_at(self, point: QPointF, reach: float) -> LinkItem | None:
        """The nearest link within ``reach``."""
        return self._finder.link(point, reach)

    def nodes_in(self, area: QRectF) -> frozenset[str]:
        return self._finder.nodes(area)

    def rects_of(self, keys: Iterable[str]) -> list[QRectF]:
        """Where these layers, frames and notes stand; those that are not there are left out. For thousands of them."""
        found = []
        for key in keys:
            item = self.nodes.get(key)
            if item is not None and item.shelter is None:
                found.append(QRectF(item.node.x, item.node.y, CARD_WIDTH, item.sides.height))
            elif (thing := self.thing(key)) is not None:
                found.append(thing.rect)
        return found

    def thing(self, key: str) -> NodeItem | AreaItem | None:
        """The layer, frame or note of that id."""
        return self.nodes.get(key) or self.annotations.item(key)

    def shelter(self) -> bool:
        """Put layers away in the collapsed frames that hold them, where these stand now. Whether any moved."""
        moved, away = False, self.annotations.hidden
        rects = {frame: self.annotations.frames[frame].rect for frame in set(away.values())}
        for key, item in self.nodes.items() if away or self._sheltered else ():
            moved |= item.take_shelter(rects[away[key]] if key in away else None)
        self._sheltered = bool(away)
        return moved

    def content_rect(self) -> QRectF:
        """Around all cards and links, with the shapes under the cards; empty for an empty network."""
        if self._content is None:
            self._content = self._finder.extent()
        box = QRectF(self._content)
        for rect in self.annotations.rects():
            box = box.united(rect)
        return box

    def _keep_in_order(self) -> None:
        """Sort items by place over what there is: by itself the scene would reckon with all that they might take."""
        content, known = self.content_rect(), self.sceneRect()
        much = AROUND + max(content.width(), content.height())
        if not known.contains(content) or max(known.width(), known.height()) > 4 * much:
            self.setSceneRect(content.adjusted(-much, -much, much, much))
        depth = max(LEAST_DEPTH, len(self.nodes).bit_length() + 2)  # as many cells as cards, all around as many again
        if abs(self.bspTreeDepth() - depth) > 1:
            self.setBspTreeDepth(depth)

    # --- selection, pointer ---

    @property
    def selected_links(self) -> frozenset[Link]:
        return frozenset(item.link for item in self.links.values() if item.selected)

    def selected_rect(self) -> QRectF:
        """Around all that is selected; empty where nothing is."""
        boxes = [self.nodes[key].rect for key in self._session.selection if key in self.nodes]
        boxes = [box.adjusted(0, 0, 0, SHAPE_HEIGHT) for box in boxes]
        boxes += [link.rect for link in self.links.values() if link.selected]
        boxes += [item.rect for key in self.annotations.selected if (item := self.annotations.item(key)) is not None]
        return reduce(QRectF.united, boxes, QRectF())

    def select_links(self, links: Iterable[Link]) -> None:
        """Only these of the links. None at all: no frames and notes either, as when what was selected is let go."""
        wanted = {link_key(link) for link in links}
        if not wanted:
            self.annotations.select(())
        with self.wires.together():
            for key, item in self.links.items():
                item.set_look(selected=key in wanted)

    def show_selection(self, nodes: frozenset[str]) -> None:
        for key, item in self.nodes.items():
            item.set_look(selected=key in nodes)

    def hover(self, node: NodeItem | None, port: PortRef | None, link: LinkItem | None) -> None:
        """Show what is under the pointer."""
        if (node, port, link) == self._hovered:
            return
        old_node, old_port, old_link = self._hovered
        self._hovered = (node, port, link)
        if old_node is not None and old_node is not node:
            old_node.set_look(hovered=False)
        if node is not None:
            node.set_look(hovered=True)
        if old_port is not None and old_port.node in self.nodes:
            self.nodes[old_port.node].hover_port(None)
        if port is not None:
            self.nodes[port.node].hover_port(port)
        self._name_port(port)
        if old_link is not link:
            if old_link is not None:
                old_link.set_look(hovered=False)
            if link is not None:
                link.set_look(hovered=True)
            self._label.show_for(link)
            self.link_hovered.emit(link)

    def _name_port(self, port: PortRef | None) -> None:
        item = self.nodes[port.node] if port is not None else None
        if port is None or item is None:
            self._port_label.show_for("", QPointF(), output=False)
        else:
            at = item.port_position(port)
            self._port_label.show_for(item.port_name(port), at, output=port.output, down=self.down)

    def _forget_hover(self) -> None:
        self.hover(None, None, None)

    def mark_ports(self, marks: Mapping[PortRef, PortMark] | None) -> None:
        for item in self.nodes.values():
            item.mark_ports(marks)
