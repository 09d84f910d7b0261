"""What is where on the canvas, found by place: no card is asked that stands elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from playground.core.framing import Box, around
from playground.ui.canvas.geometry import SHAPE_HEIGHT, PortRef
from playground.ui.canvas.routing.way import hull

if TYPE_CHECKING:
    from playground.ui.canvas.link_item import LinkItem
    from playground.ui.canvas.node_item import NodeItem
    from playground.ui.canvas.scene import CanvasScene


class Finder:
    """For the cards and links of ``scene``; what is put away in a collapsed frame is nowhere."""

    def __init__(self, scene: CanvasScene) -> None:
        self._scene = scene

    def cards(self, point: QPointF, reach: float) -> list[NodeItem]:
        """Cards within ``reach`` of a place, the topmost first."""
        x, y, nodes = point.x(), point.y(), self._scene.nodes
        keys = self._scene.laying.cards.meeting(x - reach, y - reach, x + reach, y + reach)
        found = [item for key in keys if (item := nodes.get(key)) is not None and item.shelter is None]
        return sorted(found, key=lambda item: item.order, reverse=True)

    def port(self, point: QPointF, reach: float) -> PortRef | None:
        """The nearest port within ``reach``."""
        best, found = reach, None
        for item in reversed(self.cards(point, reach)):
            for port in item.ports:
                off = item.port_position(port) - point
                distance = (off.x() ** 2 + off.y() ** 2) ** 0.5
                if distance <= best:
                    best, found = distance, port
        return found

    def link(self, point: QPointF, reach: float) -> LinkItem | None:
        """The nearest link within ``reach``; of several the one that lies over the others."""
        area = QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach)
        near = [
            (item.distance(point, reach), -item.in_front, -item.order, item) for item in self._scene.wires.near(area)
        ]
        return min((found for found in near if found[0] <= reach), default=(0, 0, 0, None))[3]

    def nodes(self, area: QRectF) -> frozenset[str]:
        """Ids of the layers whose cards reach into ``area``."""
        nodes = self._scene.nodes
        keys = self._scene.laying.cards.meeting(area.left(), area.top(), area.right(), area.bottom())
        return frozenset(key for key in keys if key in nodes and nodes[key].rect.intersects(area))

    def extent(self) -> QRectF:
        """Around all cards and links, with the shapes under the cards; empty for an empty network."""
        boxes = [Box(*box[:3], box[3] + SHAPE_HEIGHT) for box in self._scene.laying.cards.boxes.values()]
        boxes += [hull(link.way.points) for link in self._scene.links.values() if not link.folded]
        whole = around(boxes)
        if whole is None:
            return QRectF()
        return QRectF(whole.left, whole.top, whole.right - whole.left, whole.bottom - whole.top)
