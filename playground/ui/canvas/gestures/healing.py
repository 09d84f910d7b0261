"""Shows how links close behind cards that are pulled out of them."""

from __future__ import annotations

from playground.core.graph import Graph, Link
from playground.core.healing import healed
from playground.ui.canvas.geometry import PortRef
from playground.ui.canvas.link_item import PulledLink
from playground.ui.canvas.scene import CanvasScene, link_key


class Healing:
    """From being made until ``clear``: the links of ``leaving`` to others are hidden, those that would come shown."""

    def __init__(self, scene: CanvasScene, graph: Graph, leaving: frozenset[str]) -> None:
        self._scene = scene
        after = healed(graph, leaving)
        kept = set(after)
        self.left: tuple[Link, ...] = tuple(link for link in graph.links if link not in kept)
        known = set(graph.links)
        self._ways: list[PulledLink] = []
        for link in self.left:
            self._lift(link, lifted=True)
        for link in after:
            if link not in known:
                self._ways.append(self._way(link))

    def _way(self, link: Link) -> PulledLink:
        way = PulledLink(down=self._scene.down)
        self._scene.addItem(way)
        start = self._scene.nodes[link.source].port_position(PortRef(link.source, link.source_port, True))
        end = self._scene.nodes[link.target].port_position(PortRef(link.target, link.target_port, False))
        way.run(start, end, snapped=True)
        return way

    def _lift(self, link: Link, *, lifted: bool) -> None:
        item = self._scene.links.get(link_key(link))
        if item is not None:
            item.set_look(lifted=lifted)

    def clear(self) -> None:
        """Show everything as it is."""
        for way in self._ways:
            if way.scene() is self._scene:
                self._scene.removeItem(way)
        for link in self.left:
            self._lift(link, lifted=False)
        self._ways, self.left = [], ()
