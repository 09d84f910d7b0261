"""Guides for one drag: what stays and is in view, what moves, and the lines that are shown."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt

from playground.core.framing import Box, around
from playground.ui.canvas.arranging.guide_item import GuideItem
from playground.ui.canvas.arranging.snapping import Snapping, Straight
from playground.ui.canvas.geometry import CARD_WIDTH, PortRef, snap
from playground.ui.canvas.scene import CanvasScene
from playground.ui.settings import settings

REACH = 6.0  # pixels within which a card snaps
_NONE = Qt.KeyboardModifier.NoModifier
FARTHEST = 24.0  # and units: zoomed far out, cards must not jump


class DragGuides:
    """Made when a drag begins, asked for every step of it, cleared at its end.

    ``lead`` is the card under the pointer where it was at the start, ``moving`` what comes along. A frame lines up with
    other frames and notes, not with cards. Ctrl suspends it.
    """

    def __init__(
        self, scene: CanvasScene, lead: QRectF, moving: Iterable[str] = (), *, among_cards: bool = True
    ) -> None:
        self._scene, self._lead, self._among_cards = scene, lead, among_cards
        self._moving = frozenset(moving)
        self._wanted = settings().snapping
        self._item: GuideItem | None = None
        self._seen: QRectF | None = None
        self._snapping: Snapping | None = None
        self._starts = {key: _box(thing.rect) for key in self._moving if (thing := scene.thing(key)) is not None}

    def step(self, off: QPointF, held: Qt.KeyboardModifier = _NONE, extra: Iterable[Straight] = ()) -> QPointF:
        """The step from the start that is meant by a pull of ``off``: along guides, else on the grid."""
        lead = self._lead.topLeft()
        on_grid = QPointF(snap(lead.x() + off.x()), snap(lead.y() + off.y())) - lead
        if not self._wanted or held & Qt.KeyboardModifier.ControlModifier:
            self.clear()
            return on_grid
        zoom, seen = self._look()
        if self._snapping is None or seen != self._seen:  # the view was moved under the drag
            self._seen, self._snapping = seen, self._prepared(seen, extra)
        found = self._snapping.at(off.x(), off.y(), min(REACH / zoom, FARTHEST))
        if found.lines and self._item is None:
            self._item = GuideItem()
            self._scene.addItem(self._item)
        if self._item is not None:
            self._item.show_lines(found.lines, zoom)
        x = off.x() + found.dx if found.x_held else on_grid.x()
        y = off.y() + found.dy if found.y_held else on_grid.y()
        return QPointF(x, y)

    def clear(self) -> None:
        """Take the lines away."""
        if self._item is not None:
            self._scene.removeItem(self._item)
            self._item = None

    def _look(self) -> tuple[float, QRectF]:
        """The zoom of the view, and what it shows of the scene."""
        view = self._scene.views()[0]
        return view.transform().m11(), view.mapToScene(view.viewport().rect()).boundingRect()

    def _prepared(self, seen: QRectF, extra: Iterable[Straight]) -> Snapping:
        others = [
            _box(item.rect)
            for key, item in self._scene.nodes.items()
            if self._among_cards and key not in self._moving and item.shelter is None and item.rect.intersects(seen)
        ]
        others += [
            _box(item.rect)
            for item in self._scene.annotations.items
            if item.key not in self._moving and item.rect.intersects(seen) and not item.rect.contains(self._lead)
        ]
        whole = around(self._starts.values())
        boxes = [_box(self._lead), *([whole] if whole is not None else [])]
        return Snapping(boxes, others, [*self._straights(seen), *extra], down=self._scene.down)

    def _straights(self, seen: QRectF) -> list[Straight]:
        """Links between what moves and what stays in view: how far to move until they run straight."""
        found = []
        for link in self._scene.links.values():
            source, target = link.link.source, link.link.target
            if (source in self._moving) == (target in self._moving):
                continue
            start = PortRef(source, link.link.source_port, True)
            end = PortRef(target, link.link.target_port, False)
            moving, fixed = (start, end) if source in self._moving else (end, start)
            stays = self._scene.nodes[fixed.node]
            if stays.shelter is not None or not stays.rect.intersects(seen) or moving.node not in self._starts:
                continue
            here = self._scene.nodes[moving.node]
            box = self._starts[moving.node]
            at = here.port_position(moving) - here.rect.topLeft() + QPointF(box.left, box.top)
            there = stays.port_position(fixed)
            off = there.x() - at.x() if self._scene.down else there.y() - at.y()
            found.append(Straight(off, (there.x(), there.y()), (at.x(), at.y())))
        return found


def card_at(corner: QPointF, height: float) -> QRectF:
    """A card of that height with its corner there."""
    return QRectF(corner.x(), corner.y(), CARD_WIDTH, height)


def _box(rect: QRectF) -> Box:
    return Box(rect.left(), rect.top(), rect.right(), rect.bottom())
