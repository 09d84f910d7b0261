"""Draws the items of the canvas onto a painter: nothing of the pointer, the selection, or the grid."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem

from playground.core.framing import with_contents
from playground.ui.canvas.frames.frame_item import FrameItem
from playground.ui.canvas.frames.note_item import NoteItem
from playground.ui.canvas.geometry import SHAPE_HEIGHT
from playground.ui.canvas.link_item import LinkItem
from playground.ui.canvas.node_item import NodeItem
from playground.ui.canvas.picture.choices import Choices, around
from playground.ui.canvas.scene import CanvasScene
from playground.ui.canvas.wires import ALL, WireLabels, Wires
from playground.ui.project_session import ProjectSession
from playground.ui.theme import theme

SLICE_SECONDS = 0.05  # of painting, before others have their turn
_KINDS = (NodeItem, FrameItem, NoteItem)
# What an item looks like in a picture, by attribute: always, and where nothing of a run is wanted.
_STILL: dict[str, object] = {"selected": False, "hovered": False}
_PLAIN: dict[type, dict[str, object]] = {
    NodeItem: {"preview": None, "note": None}, LinkItem: {"gauge": None},
}  # fmt: skip


class _Label:
    """The shape beside a link: it lies over all links."""

    def __init__(self, link: LinkItem) -> None:
        self.link_item = link
        found = link.label()
        self.rect = found[1] if found is not None else QRectF()


_Drawn = QGraphicsItem | LinkItem | _Label


class Drawing:
    """What ``choices`` ask for of the network on the canvas. ``area``: its part of the canvas, cropped, with margin."""

    def __init__(self, session: ProjectSession, scene: CanvasScene, choices: Choices, zoom: float) -> None:
        self._choices = choices
        self._wanted = None if choices.only is None else with_contents(session.graph, choices.only)
        scene.zoomed(1.0)  # with the shapes beside links, however far out one looks
        try:
            self._items = [item for item in _in_order(scene) if self._is_wanted(item)]
        finally:
            scene.zoomed(zoom)
        self.area = around(_extent(item) for item in self._items)

    @property
    def count(self) -> int:
        """How many items there are to paint."""
        return len(self._items)

    def _is_wanted(self, item: _Drawn) -> bool:
        wanted = self._wanted
        if wanted is None:
            return True
        if isinstance(item, (LinkItem, _Label)):
            link = item.link if isinstance(item, LinkItem) else item.link_item.link
            return link.source in wanted and link.target in wanted
        if isinstance(item, NodeItem):
            return item.node.id in wanted
        return isinstance(item, (FrameItem, NoteItem)) and item.key in wanted

    def paint(self, painter: QPainter, target: QRectF) -> Iterator[int]:
        """Paint ``area`` into ``target`` of the painter, a slice after the other. Gives the number of items done."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        with self._as_chosen():
            if self._choices.ground != "transparent":
                ground = Qt.GlobalColor.white if self._choices.ground == "paper" else theme().color("canvas")
                painter.fillRect(target, ground)
        painter.translate(target.topLeft())
        painter.scale(target.width() / self.area.width(), target.height() / self.area.height())
        painter.translate(-self.area.topLeft())
        done = 0
        while done < len(self._items):
            ends = perf_counter() + SLICE_SECONDS
            with self._as_chosen():
                while done < len(self._items) and perf_counter() < ends:
                    _paint(painter, self._items[done])
                    done += 1
            yield done

    @contextmanager
    def _as_chosen(self) -> Iterator[None]:
        """Colours of the light theme on paper, and nothing selected: only while nothing else is painted."""
        name = theme().name if self._choices.ground == "shown" else "light"
        known = []
        for item in self._items:
            looks = {look: value for look, value in _STILL.items() if hasattr(item, look)}
            if not self._choices.live:
                looks |= _PLAIN.get(type(item), {})
            known.append((item, looks, {look: getattr(item, look) for look in looks}))
        with theme().painting_as(name):
            for item, looks, _ in known:
                for look, value in looks.items():
                    setattr(item, look, value)
            try:
                yield
            finally:
                for item, _, before in known:
                    for look, value in before.items():
                        setattr(item, look, value)


def _in_order(scene: CanvasScene) -> list[_Drawn]:
    found: list[_Drawn] = []
    for item in scene.items(Qt.SortOrder.AscendingOrder):
        if isinstance(item, Wires):
            found += item.in_order(ALL)
        elif isinstance(item, WireLabels):
            found += [_Label(link) for link in scene.wires.labelled(ALL)]
        elif isinstance(item, _KINDS) and item.isVisible():
            found.append(item)
    return found


def _extent(item: _Drawn) -> QRectF:
    """What is drawn of an item, without the room for its shadow and marks."""
    if isinstance(item, NodeItem):
        return item.rect.adjusted(0, -8 if item.face.stacked else 0, 0, SHAPE_HEIGHT)
    if isinstance(item, LinkItem):
        return item.route.path.boundingRect()
    if isinstance(item, (FrameItem, NoteItem, _Label)):
        return item.rect
    return item.sceneBoundingRect()


def _paint(painter: QPainter, item: _Drawn) -> None:
    painter.save()
    if isinstance(item, _Label):
        item.link_item.paint_label(painter)
    elif isinstance(item, LinkItem):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        item.paint(painter)
    else:
        painter.setTransform(item.sceneTransform(), True)
        item.paint(painter, QStyleOptionGraphicsItem(), None)
    painter.restore()
