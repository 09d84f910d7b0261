"""A layer dragged in from the palette."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QGraphicsPathItem

from playground.core.graph import Node
from playground.ui.canvas.card_painter import outline_path
from playground.ui.canvas.face import sides_alone
from playground.ui.canvas.geometry import port_offset
from playground.ui.canvas.gestures.gesture import Gesture, ToScene
from playground.ui.canvas.link_item import PulledLink
from playground.ui.canvas.look import look, shade
from playground.ui.canvas.node_item import NodeItem
from playground.ui.canvas.placing import centered
from playground.ui.canvas.scene import CanvasScene

AddAt = Callable[[str, QPointF], object]


class DropGesture(Gesture):
    """Shows where the card of ``node`` will stand and the link that it will bring; ``end`` adds ``entry``."""

    def __init__(
        self, scene: CanvasScene, to_scene: ToScene, entry: str, node: Node, source: str | None, *, add: AddAt
    ) -> None:
        self._scene, self._to_scene, self._add = scene, to_scene, add
        self._entry, self._source = entry, source
        self._sides = sides_alone(node)
        self._outline = QGraphicsPathItem(outline_path(self._sides.height))
        pen = QPen(look().accent, 1.5, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        self._outline.setPen(pen)
        self._outline.setBrush(shade(look().accent, 0.1))
        self._outline.setZValue(3)
        self._link: PulledLink | None = None

    def start(self, at: QPointF) -> None:
        self._scene.addItem(self._outline)
        if self._source is not None:
            self._link = PulledLink()
            self._scene.addItem(self._link)
        self.move(at)

    def move(self, at: QPointF) -> None:
        place = centered(self._to_scene(at))
        self._outline.setPos(place)
        if self._link is not None and self._source is not None:
            item: NodeItem = self._scene.nodes[self._source]
            port = next(port for port in item.ports if port.output)
            target = place + port_offset(0, len(self._sides.inputs), output=False)
            self._link.run(item.port_position(port), target, snapped=False)

    def end(self, at: QPointF) -> None:
        self.cancel()
        self._add(self._entry, centered(self._to_scene(at)))

    def cancel(self) -> None:
        for item in (self._outline, self._link):
            if item is not None and item.scene() is self._scene:
                self._scene.removeItem(item)
        self._link = None
