"""Shows that a card would go into the link under it: it lights up, or gives way to the two that would come."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from playground.core.graph import Link, Node
from playground.core.language import tr
from playground.core.rewiring import stands_between
from playground.ui.canvas.bubble import Bubble, near
from playground.ui.canvas.face import Sides, sides_alone
from playground.ui.canvas.geometry import CARD_WIDTH, PortRef
from playground.ui.canvas.link_item import PulledLink
from playground.ui.canvas.node_item import PortMark
from playground.ui.canvas.scene import CanvasScene, link_key
from playground.ui.project_session import ProjectSession

REACH = 26.0  # from the card's middle to the link, in the scene
THROUGH = 0.6  # how opaque the card is while it lies on a link
LEAST = 16.0  # between two ports; where there is less the link that is there lights up, instead of loops


class Insertion:
    """For one card that is dragged: ``over`` as often as it moves, then ``clear``. ``link`` is the one it goes into."""

    def __init__(self, session: ProjectSession, scene: CanvasScene, bubble: Bubble | None, node: Node) -> None:
        self._session, self._scene, self._bubble, self._node = session, scene, bubble, node
        self._sides: Sides = sides_alone(node, session.graph.flow)
        self._able = stands_between(node)
        self._ways: tuple[PulledLink, PulledLink] | None = None
        self._told: dict[Link, tuple[str, str]] = {}
        self.link: Link | None = None

    def over(self, corner: QPointF, pointer: QPointF, at: QPointF) -> bool:
        """Light up the link under the card whose corner is at ``corner``, or under the pointer (in the scene; ``at`` is
        the same in the viewport). False where there is none.
        """
        link = self._below(corner, pointer) if self._able else None
        if link != self.link:
            self.clear()
            if link is not None:
                self._light(link)
        if link is None:
            return False
        self._run(link, corner)
        self._tell(link, at)
        return True

    def _below(self, corner: QPointF, pointer: QPointF) -> Link | None:
        middle = corner + QPointF(CARD_WIDTH / 2, self._sides.height / 2)
        for point, reach in ((middle, REACH), (pointer, REACH / 2)):
            item = self._scene.link_at(point, reach)
            if item is not None and self._node.id not in (item.link.source, item.link.target):
                return item.link
        return None

    def _light(self, link: Link) -> None:
        self.link = link
        item = self._scene.links.get(link_key(link))
        if item is not None:
            item.set_look(lifted=True)
        self._ways = PulledLink(down=self._scene.down), PulledLink(down=self._scene.down)
        for way in self._ways:
            way.setZValue(1.4)  # under the card that is dragged, over the others
            self._scene.addItem(way)
        self._fade(THROUGH)
        ends = PortRef(link.source, link.source_port, True), PortRef(link.target, link.target_port, False)
        self._scene.mark_ports(dict.fromkeys(ends, PortMark.FITS))

    def _fade(self, opacity: float) -> None:
        """Let the link be seen through the card that lies on it."""
        item = self._scene.nodes.get(self._node.id)
        if item is not None:
            item.setOpacity(opacity)

    def _run(self, link: Link, corner: QPointF) -> None:
        assert self._ways is not None
        source, target = PortRef(link.source, link.source_port, True), PortRef(link.target, link.target_port, False)
        into = corner + self._sides.place(0, output=False)
        out = corner + self._sides.place(0, output=True)
        start, end = (self._scene.nodes[port.node].port_position(port) for port in (source, target))
        rooms = [b.y() - a.y() if self._scene.down else b.x() - a.x() for a, b in ((start, into), (out, end))]
        tight = min(rooms) < LEAST  # room is made when it is dropped
        self._ways[0].run(start, end if tight else into, snapped=True)
        self._ways[1].setVisible(not tight)
        if not tight:
            self._ways[1].run(out, end, snapped=True)

    def _tell(self, link: Link, at: QPointF) -> None:
        """What would come out, or what would not fit: it goes in all the same."""
        if self._bubble is None:
            return
        if link not in self._told:
            self._told[link] = _judged(self._session, self._node, link)
        self._bubble.say(*self._told[link], near(at))

    def clear(self) -> None:
        """Show the link again as it was."""
        item = self._scene.links.get(link_key(self.link)) if self.link is not None else None
        if item is not None:
            item.set_look(lifted=False)
        if self.link is not None:
            self._scene.mark_ports(None)
            self._fade(1.0)
        for way in self._ways or ():
            if way.scene() is self._scene:
                self._scene.removeItem(way)
        if self.link is not None and self._bubble is not None:
            self._bubble.hide()
        self.link, self._ways = None, None


def _judged(session: ProjectSession, node: Node, link: Link) -> tuple[str, str]:
    from playground.ui.canvas.quick_search.fits import Fitting, Rank
    from playground.ui.canvas.quick_search.spot import Spot

    by_id, fit = session.graph.by_id, Fitting(session, Spot(link=link)).of(node)
    ends = {"first": by_id[link.source].title, "second": by_id[link.target].title}
    said = tr("Between {first} and {second}", **ends)
    if fit is None:
        return said, "good"
    if fit.rank is Rank.DOUBTFUL:
        return f"{said}\n{fit.doubt}", "warn"
    return (f"{said}\n{tr('Gives {shape}', shape=fit.gives)}", "good") if fit.gives is not None else (said, "good")
