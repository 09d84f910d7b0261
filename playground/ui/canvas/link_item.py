"""A link on the canvas: a line whose width says how many numbers flow, with their shape beside it.

While the network is looked at, width and colour say how it fares instead: see ``link_gauge``. Links are no items of
the scene: ``Wires`` paints all that can be seen, so that thousands of them cost nothing while they are out of sight.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import log10

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.core.framing import Box
from playground.core.graph import Link
from playground.core.language import tr
from playground.core.shape import Shape
from playground.ui.canvas.geometry import PortRef
from playground.ui.canvas.link_gauge import Gauge
from playground.ui.canvas.look import CanvasLook, draw_text, look, mixed, width
from playground.ui.canvas.routes import Route, pulled, route_of
from playground.ui.canvas.routing.way import LinkKey, Way, hull

LABEL_HEIGHT = 15.0
ROOM = 24.0  # around the line for its width, and for the label above it
ASIDE = 90.0  # and for the label of one that runs downwards
_NOWHERE = Way(((0.0, 0.0), (0.5, 0.0), (0.5, 0.0), (1.0, 0.0)), True, Box(0.0, 0.0, 1.0, 0.0))


def link_key(link: Link) -> LinkKey:
    """What a link is known by: its ends."""
    return (link.source, link.source_port, link.target, link.target_port)


class LinkItem:
    """The line of ``link``. A shape that is not known, or does not arrive, makes it thin, grey and dashed.

    ``changed`` is called when it looks other than before, with the area that has to be painted anew.
    """

    def __init__(self, link: Link, changed: Callable[[LinkItem, Box], None] | None = None) -> None:
        self.link = link
        self.output = PortRef(link.source, link.source_port, True)
        self.input = PortRef(link.target, link.target_port, False)
        # Links of one port may run together.
        self.bundle, self.sheaf = f"{link.source} {link.source_port}", f"{link.target} {link.target_port}"
        self.order = 0  # among the links of its network
        self.shape_text = ""
        self.way, self.down = _NOWHERE, False
        self.reach = hull(self.way.points, ROOM)
        self.selected = self.hovered = self.lifted = False
        self.told = False  # the card that it comes from says the shape beside its beginning
        self.folded = False  # both its ends are put away in one collapsed frame
        self.gauge: Gauge | None = None
        self._changed = changed
        self._family: str | None = None
        self._count = 0
        self._route: Route | None = None  # made when it is seen
        self._points: QPolygonF | None = None  # the curve as short lines, made when the pointer is near

    # --- what it shows ---

    def show_flow(self, shape: Shape | None, family: str | None) -> None:
        """What flows, and the family of the layer that it comes from."""
        text, count = (str(shape), shape.count) if shape else ("", 0)
        if (text, count, family) != (self.shape_text, self._count, self._family):
            self.shape_text, self._count, self._family = text, count, family
            self._renew()

    def show_gauge(self, gauge: Gauge | None) -> None:
        """How what flows fares; None when nobody looks."""
        if gauge != self.gauge:
            self.gauge = gauge
            self._renew()

    def run(self, way: Way, *, down: bool = False) -> None:
        """Take a way; ``down`` where it leaves and arrives upright."""
        before = self.reach
        self.way, self.down = way, down
        self.reach = _reach(way, down=down)
        self._route = self._points = None
        if self._changed is not None:
            self._changed(self, before)

    def set_look(
        self, *, selected: bool | None = None, hovered: bool | None = None, lifted: bool | None = None
    ) -> None:
        before = (self.selected, self.hovered, self.lifted)
        self.selected = self.selected if selected is None else selected
        self.hovered = self.hovered if hovered is None else hovered
        self.lifted = self.lifted if lifted is None else lifted
        if before != (self.selected, self.hovered, self.lifted):
            self._renew()

    def fold(self, folded: bool) -> None:
        """Not be seen while both its ends are put away in one collapsed frame."""
        if folded != self.folded:
            self.folded = folded
            self._renew()

    def _renew(self) -> None:
        if self._changed is not None:
            self._changed(self, self.reach)

    # --- where it is ---

    @property
    def laid(self) -> bool:
        """Whether it has been told its way."""
        return self.way is not _NOWHERE

    @property
    def route(self) -> Route:
        if self._route is None:
            self._route = route_of(self.way, down=self.down)
        return self._route

    @property
    def rect(self) -> QRectF:
        """What its line may reach of the scene."""
        left, top, right, bottom = self.reach
        return QRectF(left, top, right - left, bottom - top)

    def distance(self, point: QPointF, within: float) -> float:
        """From ``point`` to the curve, in scene units; ``inf`` beyond the surrounding box."""
        if self.folded or not self.reach.grown(within).holds(point.x(), point.y()):
            return float("inf")
        if self._points is None:
            self._points = self.route.path.toSubpathPolygons()[0]
        points = self._points.toList()
        return min(_to_segment(point, a, b) for a, b in pairwise(points))

    # --- painting ---

    @property
    def in_front(self) -> bool:
        """Whether it lies over links that it crosses."""
        return self.selected or self.hovered

    def pen(self) -> QPen:
        """Links that look alike share their pen."""
        at = look()
        if self.gauge is None or not self._count:
            key: tuple[object, ...] = (self._family, self._thick, self.selected)
        else:
            key = (self.gauge, self.selected, self.hovered)
        pen = at.pens.get(key)
        if pen is None:
            pen = at.pens[key] = self._made(at)
        return pen

    @property
    def _thick(self) -> float:
        """0 where nothing is known of what flows."""
        if not self._count:
            return 0.0
        return round(min(1.25 + 0.55 * log10(self._count), 5.0) + (0.8 if self.in_front else 0), 2)

    def _made(self, at: CanvasLook) -> QPen:
        if not self._count:
            pen = QPen(at.accent if self.selected else at.muted, 1.6, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([3, 3])
            return pen
        if self.gauge is not None:
            return self._measured(self.gauge, at)
        color = at.accent if self.selected else at.family_line(self._family)
        return QPen(color, self._thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)

    def _measured(self, gauge: Gauge, at: CanvasLook) -> QPen:
        """Selected, it keeps the width that says something."""
        color = at.accent if self.selected else mixed(gauge_color(gauge, at), at.canvas, 1.0 if self.hovered else 0.8)
        return QPen(color, gauge.thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)

    def paint(self, painter: QPainter) -> None:
        if not self.lifted:
            painter.setPen(self.pen())
            painter.drawPath(self.route.path)

    # --- the shape beside it ---

    def label(self) -> tuple[str, QRectF] | None:
        """The shape, closely written where there is little room, and where it stands; None where there is none."""
        text = self.shape_text
        if not text or self.hovered or self.lifted or self.folded or (self.told and self.way.curved):
            return None
        way = self.route
        if width("label", text) > way.room - 8:
            text = text.replace(" ", "")
        wide = width("label", text)
        if wide > way.room - 8:
            return None
        top = -8 - LABEL_HEIGHT if way.level else -LABEL_HEIGHT / 2
        high = LABEL_HEIGHT + (4 if way.level else 0)
        return text, QRectF(way.middle.x() - wide / 2 - 6, way.middle.y() + top, wide + 12, high)

    def paint_label(self, painter: QPainter) -> None:
        """Above all links, so that none crosses it out."""
        found = self.label()
        if found is None:
            return
        at, way, (text, box) = look(), self.route, found
        if not way.level:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(at.canvas)
            painter.drawRoundedRect(box, 6, 6)
        painter.setPen(at.muted)
        draw_text(painter, "label", box.left() + 6, way.middle.y() + (-8 if way.level else 3.6), text)


class LinkLabel(QGraphicsItem):
    """The shape of the link under the pointer, above everything."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(5)
        self.setVisible(False)
        self._text = ""

    def show_near(self, zoom: float) -> None:
        """Never smaller than at 100 %: zoomed out it is the only place where the shape can be read."""
        self.setScale(max(1.0, 1.0 / zoom))

    def show_for(self, item: LinkItem | None) -> None:
        if item is None:
            self.setVisible(False)
            return
        self.prepareGeometryChange()
        self._text = item.shape_text or tr("shape not known")
        self.setPos(item.route.middle)
        self.setVisible(True)

    def boundingRect(self) -> QRectF:
        half = width("shape", self._text) / 2 + 9
        return QRectF(-half, -12, 2 * half, 24)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        at = look()
        painter.setPen(at.border)
        painter.setBrush(at.raised)
        painter.drawRoundedRect(self.boundingRect().adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(at.text)
        draw_text(painter, "shape", -width("shape", self._text) / 2, 4, self._text)


class PulledLink(QGraphicsItem):
    """The link that follows the pointer until it is dropped. ``down``: it leaves and arrives upright."""

    def __init__(self, *, down: bool = False) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(4)
        self._path = QPainterPath()
        self._snapped, self._down = False, down

    def run(self, start: QPointF, end: QPointF, *, snapped: bool) -> None:
        self.prepareGeometryChange()
        self._path, self._snapped = pulled(start, end, snapped=snapped, down=self._down), snapped

    def boundingRect(self) -> QRectF:
        return self._path.boundingRect().adjusted(-8, -8, 8, 8)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        pen = QPen(look().accent, 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        if not self._snapped:
            pen.setDashPattern([2.5, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path)


def _reach(way: Way, *, down: bool) -> Box:
    left, top, right, bottom = hull(way.points, ROOM)
    return Box(left - ASIDE, top, right + ASIDE, bottom) if down else Box(left, top, right, bottom)


def gauge_color(gauge: Gauge, at: CanvasLook) -> QColor:
    """Green, amber, red and what lies between; grey where there is nothing to worry about."""
    if gauge.worry is None:
        return mixed(at.muted, at.canvas, 0.7)
    if gauge.worry <= 1:
        return mixed(at.warn, at.good, gauge.worry)
    return mixed(at.bad, at.warn, gauge.worry - 1)


def _to_segment(point: QPointF, a: QPointF, b: QPointF) -> float:
    along = b - a
    length = along.x() ** 2 + along.y() ** 2
    part = 0.0 if length == 0 else min(max(QPointF.dotProduct(point - a, along) / length, 0.0), 1.0)
    off = point - (a + along * part)
    return float((off.x() ** 2 + off.y() ** 2) ** 0.5)
