"""The keyboard's way over the canvas: from layer to layer, along links, from link to link, and pulling new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF

from playground.core.graph import Link
from playground.core.language import tr
from playground.ui.canvas.announcing import announce
from playground.ui.canvas.bubble import near
from playground.ui.canvas.geometry import PortRef
from playground.ui.canvas.gestures.key_link_gesture import KeyLinkGesture
from playground.ui.canvas.keeping_in_sight import with_room
from playground.ui.canvas.node_item import NodeItem

if TYPE_CHECKING:
    from playground.ui.canvas.view import CanvasView

ASIDE = 2.0  # a card aside of the direction counts as so much farther


class Walker:
    """Remembers the layer whose links are walked through: while a link is selected, no layer is."""

    def __init__(self, view: CanvasView) -> None:
        self._view, self._session, self._scene = view, view.session, view.canvas_scene
        self._anchor: str | None = None

    # --- layers ---

    @property
    def here(self) -> str | None:
        """The layer where one is: the one selected, else the one whose links are walked through."""
        chosen = self._session.selection
        if len(chosen) == 1:
            return next(iter(chosen))
        return self._anchor if self._anchor in self._session.graph.by_id else None

    def step(self, right: int, down: int) -> None:
        """To the nearest layer in a direction; with none selected to the first one."""
        start = self.here
        if start is None:
            self._go_to(next(iter((*self._session.graph.order, *self._session.graph.by_id)), None))
            return
        middle = self._scene.nodes[start].rect.center()
        found: list[tuple[float, str]] = []
        for name, item in self._scene.nodes.items():
            off = item.rect.center() - middle
            along = off.x() * right + off.y() * down
            aside = abs(off.x() * down) + abs(off.y() * right)
            if name != start and item.shelter is None and along > 1 and along * 2 >= aside:
                found.append((along + ASIDE * aside, name))
        self._go_to(min(found)[1] if found else None)

    def follow(self, *, forward: bool) -> None:
        """Along a link: to the end of the selected one, else of the one that runs straightest."""
        links = self._scene.selected_links
        if len(links) == 1 and not self._session.selection:
            link = next(iter(links))
            self._go_to(link.target if forward else link.source)
            return
        start = self.here
        if start is None:
            self.step(1, 0)
            return
        graph = self._session.graph
        ends = [link.target for link in graph.outgoing[start]] if forward else [
            link.source for link in graph.incoming[start]]  # fmt: skip
        here, nodes, down = self._scene.nodes[start].pos(), self._scene.nodes, self._scene.down

        def aside(name: str) -> float:
            off = nodes[name].pos() - here
            return abs(off.x() if down else off.y())

        self._go_to(min(ends, key=aside, default=None))

    def _go_to(self, name: str | None) -> None:
        if name is None:
            announce(self._view, tr("No layer there"))
            return
        self._anchor = name
        self._scene.select_links(())
        self._session.select([name])
        item = self._scene.nodes[name]
        self._view.navigator.show_rect(with_room(item.rect, self._view.zoom))
        announce(self._view, spoken(item))

    # --- links ---

    def turn_to_link(self, step: int) -> None:
        """Select the next or the last of the links of the layer where one is: those into it first."""
        start = self.here
        if start is None:
            self.step(1, 0)
            return
        graph = self._session.graph
        links = (*graph.inputs_of(start), *graph.outgoing[start])
        if not links:
            self._say(tr("{layer} has no link. L pulls one.", layer=graph.by_id[start].title), self._beside(start))
            return
        chosen = self._scene.selected_links
        at = next((number for number, link in enumerate(links) if link in chosen), None)
        at = (at + step) % len(links) if at is not None else 0 if step > 0 else len(links) - 1
        self._anchor = start
        self._session.select(())
        self._scene.select_links([links[at]])
        self._tell_link(links[at], at + 1, len(links))

    def _tell_link(self, link: Link, number: int, count: int) -> None:
        by_id = self._session.graph.by_id
        ends = {"first": by_id[link.source].title, "second": by_id[link.target].title}
        said = tr("{first} to {second}", **ends)
        if count > 1:
            said += " " + tr("({number} of {count})", number=number, count=count)
        item = next(item for item in self._scene.links.values() if item.link == link)
        around = QRectF(item.route.middle, QSizeF()).adjusted(-24, -24, 24, 24)
        self._view.navigator.show_rect(with_room(around, self._view.zoom))
        at = self._view.viewportTransform().map(item.route.middle)
        self._say(said + "\n" + tr("Del removes it, Tab puts a layer in, Esc goes back"), near(at))

    def back_to_layer(self) -> bool:
        """From a link to the layer that it was reached from. False when no such link is selected."""
        if self._session.selection or not self._scene.selected_links or self._anchor is None:
            return False
        if self._anchor not in self._session.graph.by_id:
            return False
        self._view.bubble.hide()
        self._go_to(self._anchor)
        return True

    # --- pulling ---

    def wire(self, *, output: bool) -> None:
        """Pull a link from the selected layer by keys; asked again, from its next port."""
        start = self.here
        if start is None:
            self._session.refused.emit(tr("Select the layer that the link begins at."))
            return
        graph, item = self._session.graph, self._scene.nodes[start]
        ports = [port for port in item.ports if port.output == output]
        if not ports:
            text = tr("{layer} has no output.") if output else tr("{layer} has no input.")
            self._say(text.format(layer=graph.by_id[start].title), self._beside(start))
            return
        running = self._view.gesture
        if isinstance(running, KeyLinkGesture) and running.fixed in ports:
            ports = self._turned(ports, running.fixed)
        elif not output:
            taken = {link.target_port for link in graph.incoming[start]}
            ports.sort(key=lambda port: port.name in taken)
        self._session.select([start])
        self._anchor = start
        self._view.take_up(KeyLinkGesture(self._view, ports[0]))

    @staticmethod
    def _turned(ports: list[PortRef], last: PortRef) -> list[PortRef]:
        at = ports.index(last) + 1
        return ports[at:] + ports[:at]

    # --- saying ---

    def _beside(self, name: str) -> QPoint:
        corner = self._scene.nodes[name].rect.bottomLeft() + QPointF(0, 8)
        return near(self._view.viewportTransform().map(corner))

    def _say(self, text: str, at: QPoint) -> None:
        self._view.bubble.say(text, "good", at, linger=True)
        announce(self._view, text)


def spoken(item: NodeItem) -> str:
    """What a screen reader says of a card: name, parameters, shape, problems."""
    face = item.face
    shape = tr("gives {shape}", shape=face.shape) if face.shape else ""
    problems = ". ".join(problem.message.rstrip(".") for problem in item.problems)
    return ", ".join(part for part in (item.node.title, face.caption, shape, problems) if part)
