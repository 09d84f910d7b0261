"""A layer dragged in from the palette: it lands on the canvas, or goes into the link that it is dropped on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QGraphicsPathItem

from playground.core.graph import Link, Node
from playground.ui.canvas.arranging.drag_guides import DragGuides, card_at
from playground.ui.canvas.arranging.snapping import Straight
from playground.ui.canvas.card_painter import outline_path
from playground.ui.canvas.face import sides_alone
from playground.ui.canvas.gestures.gesture import Gesture, ToScene
from playground.ui.canvas.gestures.insertion import Insertion
from playground.ui.canvas.link_item import PulledLink
from playground.ui.canvas.look import look, shade
from playground.ui.canvas.node_item import NodeItem
from playground.ui.canvas.placing import centered
from playground.ui.canvas.scene import CanvasScene

AddAt = Callable[[str, QPointF], object]
AddBetween = Callable[[str, Link, QPointF], object]


class DropGesture(Gesture):
    """Shows where the card of ``node`` will stand and the links that it will bring; ``end`` adds ``entry``."""

    def __init__(
        self, scene: CanvasScene, to_scene: ToScene, entry: str, node: Node, source: str | None, *,
        add: AddAt, between: AddBetween, insertion: Insertion,
    ) -> None:  # fmt: skip
        self._scene, self._to_scene, self._add = scene, to_scene, add
        self._between, self._insertion = between, insertion
        self._entry, self._source = entry, source
        self._sides = sides_alone(node, scene.flow)
        self._outline = QGraphicsPathItem(outline_path(self._sides.height))
        pen = QPen(look().accent, 1.5, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        self._outline.setPen(pen)
        self._outline.setBrush(shade(look().accent, 0.1))
        self._outline.setZValue(3)
        self._link: PulledLink | None = None
        self._first = QPointF()
        self._guides: DragGuides | None = None

    def start(self, at: QPointF) -> None:
        self._scene.addItem(self._outline)
        self._first = centered(self._to_scene(at))
        self._guides = DragGuides(self._scene, card_at(self._first, self._sides.height))
        if self._source is not None:
            self._link = PulledLink(down=self._scene.down)
            self._scene.addItem(self._link)
        self.move(at)

    def _place(self, at: QPointF) -> QPointF:
        """The corner of the card for a pointer at ``at``: along guides, else on the grid."""
        place = centered(self._to_scene(at))
        return self._first + self._guides.step(place - self._first, self.held, self._level()) if self._guides else place

    def _level(self) -> list[Straight]:
        """The link that the card will bring, which should run level."""
        if self._source is None or not self._sides.inputs:
            return []
        item: NodeItem = self._scene.nodes[self._source]
        start = item.port_position(next(port for port in item.ports if port.output))
        end = self._first + self._sides.place(0, output=False)
        off = start.x() - end.x() if self._scene.down else start.y() - end.y()
        return [Straight(off, (start.x(), start.y()), (end.x(), end.y()))]

    def move(self, at: QPointF) -> None:
        place = self._place(at)
        self._outline.setPos(place)
        into = self._insertion.over(place, self._to_scene(at), at)
        if self._link is not None and self._source is not None:
            self._link.setVisible(not into)
            item: NodeItem = self._scene.nodes[self._source]
            port = next(port for port in item.ports if port.output)
            target = place + self._sides.place(0, output=False)
            self._link.run(item.port_position(port), target, snapped=False)

    def end(self, at: QPointF) -> None:
        link, place = self._insertion.link, self._place(at)
        self.cancel()
        if link is not None:
            self._between(self._entry, link, self._to_scene(at))
        else:
            self._add(self._entry, place)

    def cancel(self) -> None:
        if self._guides is not None:
            self._guides.clear()
        self._insertion.clear()
        for item in (self._outline, self._link):
            if item is not None and item.scene() is self._scene:
                self._scene.removeItem(item)
        self._link = None
