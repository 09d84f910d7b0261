"""Lays the links of the scene around its cards, and knows which cards are where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.core.framing import Box
from playground.core.graph import Graph
from playground.ui.canvas.link_item import LinkItem, link_key
from playground.ui.canvas.routing.obstacles import Places
from playground.ui.canvas.routing.router import Router
from playground.ui.canvas.routing.way import Ends, LinkKey

if TYPE_CHECKING:
    from playground.ui.canvas.scene import CanvasScene

CELL = 512.0


class Laying:
    """``cards``: where those cards are that can be seen. A collapsed frame stands for what is put away in it."""

    def __init__(self, scene: CanvasScene) -> None:
        self._scene = scene
        self._router = Router()
        self.cards: Places[str] = Places(CELL)

    def all(self, graph: Graph) -> None:
        """Lay what has to be laid anew, wherever anything stands now."""
        scene = self._scene
        cards = {key: item.box for key, item in scene.nodes.items() if item.shelter is None}
        for key in [key for key in self.cards.boxes if key not in cards]:
            self.cards.drop(key)
        for key, box in cards.items():
            self.cards.put(key, box)
        ends: dict[LinkKey, Ends] = {}
        for known, shown in scene.links.items():
            link = shown.link
            source, target = scene.nodes[link.source], scene.nodes[link.target]
            shown.fold(source.shelter is not None and source.shelter == target.shelter)
            if not shown.folded:
                ends[known] = self._ends(shown)
        folded, opened = self._frames()
        changed = self._router.settle(cards | folded, ends, frames=opened, turned=graph.flow == "down")
        self._take(changed | {key for key in ends if not scene.links[key].laid})

    def moving(self, graph: Graph, nodes: frozenset[str]) -> None:
        """Let the links of ``nodes`` follow them; others wait until these are dropped."""
        scene, away = self._scene, self._scene.annotations.hidden
        moved: dict[str, Box] = {}
        links: dict[LinkKey, Ends] = {}
        for key in nodes:
            item = scene.nodes.get(key)
            if item is None or key not in graph.by_id:  # it is gone, and the scene will hear of it
                continue
            moved[away.get(key, key) if item.shelter is not None else key] = item.box
            if item.shelter is None:
                self.cards.put(key, item.box)
            for link in (*graph.incoming[key], *graph.outgoing[key]):
                known = link_key(link)
                shown = scene.links.get(known)
                if shown is not None and not shown.folded and known not in links:
                    links[known] = self._ends(shown)
        self._take(self._router.follow(moved, links))

    def _frames(self) -> tuple[dict[str, Box], list[Box]]:
        """Collapsed frames, which are cards, too, and open ones."""
        folded: dict[str, Box] = {}
        opened: list[Box] = []
        for key, item in self._scene.annotations.frames.items():
            if item.isVisible():
                rect = item.rect
                box = Box(rect.left(), rect.top(), rect.right(), rect.bottom())
                if item.frame.collapsed:
                    folded[key] = box
                else:
                    opened.append(box)
        return folded, opened

    def _ends(self, item: LinkItem) -> Ends:
        nodes, away, link = self._scene.nodes, self._scene.annotations.hidden, item.link
        source, target = nodes[link.source], nodes[link.target]
        return Ends(
            source.port_place(item.output), target.port_place(item.input),
            link.source if source.shelter is None else away.get(link.source, link.source),
            link.target if target.shelter is None else away.get(link.target, link.target),
            item.bundle, item.sheaf,
        )  # fmt: skip

    def _take(self, changed: set[LinkKey]) -> None:
        with self._scene.wires.together():
            for key in changed:
                item = self._scene.links.get(key)
                if item is not None:
                    item.run(self._router.ways[key], down=self._scene.down)
