"""Paints links: those in view one by one, and from far away all at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.core.framing import Box
from playground.ui.canvas.geometry import LIMIT
from playground.ui.canvas.link_item import LinkItem, link_key
from playground.ui.canvas.look import look, mixed
from playground.ui.canvas.routes import add_far
from playground.ui.canvas.routing.obstacles import Places
from playground.ui.canvas.routing.way import LinkKey

ALL = QRectF(-LIMIT, -LIMIT, 2 * LIMIT, 2 * LIMIT)
LABEL_ZOOM = 0.65  # below it a label would be too small to read
WIRES_Z, LABELS_Z = 0.0, 0.5
CELL = 1024.0
_FAINT = 0.7  # of their colour: there are many of them
_THINNEST = 1.0  # pixels, of a link seen from far away

_Batches = dict[tuple[int, int], tuple[QPen, float, QPainterPath]]


class _Layer(QGraphicsItem):
    """One item for all links: what is not in view is not even asked."""

    def __init__(self, z: float) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setZValue(z)

    def boundingRect(self) -> QRectF:
        return ALL


class Wires(_Layer):
    """The lines of ``links``. ``far``: all of them as thin as can be, in one go for each colour."""

    def __init__(self, links: Mapping[LinkKey, LinkItem]) -> None:
        super().__init__(WIRES_Z)
        self._links = links
        self._places: Places[LinkKey] = Places(CELL)
        self._batches: _Batches | None = None
        self._restless: set[LinkKey] = set()  # not in the batches: they have changed since the last rest
        self._look = look()  # of the batches
        self._waiting: list[tuple[LinkItem, Box]] = []  # changed, and where they were
        self._together = 0
        self.labels = WireLabels(self)
        self.far = self.moving = False

    # --- what there is ---

    def made(self, link: LinkItem, before: Box) -> None:
        """``link`` is new, has taken another way, or looks other than it did; ``before``: where it was."""
        self._waiting.append((link, before))
        if not self._together:
            self.take_over()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Take over at the end what changes meanwhile, all in one."""
        self._together += 1
        try:
            yield
        finally:
            self._together -= 1
            if not self._together:
                self.take_over()

    def take_over(self) -> None:
        if not self._waiting:
            return
        waiting, self._waiting = self._waiting, []
        left, top, right, bottom = waiting[0][1]
        for link, before in waiting:
            key, reach = link_key(link.link), link.reach
            if not (self.far and self.moving):  # nobody asks then: it is made up for when that rests
                self._places.put(key, reach)
            if key not in self._restless:
                self._batches = None
                if self.moving and before is not reach:
                    self._restless.add(key)
            left, top = min(left, before[0], reach[0]), min(top, before[1], reach[1])
            right, bottom = max(right, before[2], reach[2]), max(bottom, before[3], reach[3])
        area = QRectF(left, top, right - left, bottom - top)
        self.update(area)
        if not self.far:
            self.labels.update(area)

    def forget(self, key: LinkKey) -> None:
        self._places.drop(key)
        self._batches = None
        self.update()
        self.labels.update()

    def show_moving(self, moving: bool) -> None:
        """Whether links take new ways at every moment, or what was moved is in its place."""
        self.moving = moving
        if not moving and self._restless:
            for key in self._restless & self._links.keys():
                self._places.put(key, self._links[key].reach)
            self._restless.clear()
            self._batches = None

    def show_far(self, far: bool) -> None:
        if far != self.far:
            self.far = far
            self.update()

    def near(self, area: QRectF) -> Iterator[LinkItem]:
        """Links whose lines may reach into ``area`` of the scene, in no order."""
        for key in self._places.meeting(area.left(), area.top(), area.right(), area.bottom()):
            item = self._links.get(key)
            if item is not None and not item.folded:
                yield item

    def in_order(self, area: QRectF) -> list[LinkItem]:
        """What is painted first comes first: what is selected lies over what it crosses."""
        return sorted(self.near(area), key=lambda item: (item.in_front, item.order))

    def labelled(self, area: QRectF) -> list[LinkItem]:
        """Those of them whose label is to be seen: none that another line would cross out."""
        return [item for item in self.in_order(area) if self._label_free(item)]

    def _label_free(self, item: LinkItem) -> bool:
        found = item.label()
        if found is None:
            return False
        box = found[1]
        left, top, right, bottom = box.left(), box.top(), box.right(), box.bottom()
        return not (
            item.route.level
            and any(
                min(x, u) < right and max(x, u) > left and min(y, v) < bottom and max(y, v) > top
                for other in self.near(box)
                if other is not item and not other.way.curved
                for (x, y), (u, v) in pairwise(other.way.points)
            )
        )

    # --- painting ---

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.far:
            self._paint_far(painter)
            return
        for item in self.in_order(QRectF(option.exposedRect)):  # type: ignore[attr-defined]
            item.paint(painter)

    def _paint_far(self, painter: QPainter) -> None:
        zoom = painter.worldTransform().m11()
        if self._batches is None or self._look is not look():
            self._look = look()
            self._batches = _batched(item for key, item in self._links.items() if key not in self._restless)
        restless = _batched(self._links[key] for key in self._restless if key in self._links)
        for pen, thick, path in (*self._batches.values(), *restless.values()):
            pen.setWidthF(max(_THINNEST, thick * zoom))
            painter.setPen(pen)
            painter.drawPath(path)


def _batched(links: Iterable[LinkItem]) -> _Batches:
    """A pen whose width is one on the screen, the width in the scene, and the path, by colour and width."""
    made: _Batches = {}
    for item in sorted(links, key=lambda item: item.in_front):
        if item.folded or item.lifted:
            continue
        known = item.pen()
        key = (known.color().rgba(), round(known.widthF()))
        batch = made.get(key)
        if batch is None:
            pen = QPen(mixed(known.color(), look().canvas, _FAINT))
            pen.setCosmetic(True)
            batch = made[key] = (pen, known.widthF(), QPainterPath())
        add_far(batch[2], item.way)
    return made


class WireLabels(_Layer):
    """The shapes beside links, above all lines."""

    def __init__(self, wires: Wires) -> None:
        super().__init__(LABELS_Z)
        self._wires = wires
        self._near = True

    def show_at(self, zoom: float) -> None:
        """Hidden where they would be too small to read."""
        if self._near != (zoom >= LABEL_ZOOM):
            self._near = not self._near
            self.setVisible(self._near)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        for item in self._wires.labelled(QRectF(option.exposedRect)):  # type: ignore[attr-defined]
            item.paint_label(painter)
