"""A link on the canvas: a soft curve whose width says how many numbers flow, with their shape beside it.

While the network is looked at, width and colour say how it fares instead: see ``link_gauge``.
"""

from __future__ import annotations

from itertools import pairwise
from math import log10

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.core.graph import Link
from playground.core.language import tr
from playground.core.shape import Shape
from playground.ui.canvas.geometry import Route, lane_for, route
from playground.ui.canvas.link_gauge import Gauge
from playground.ui.canvas.look import CanvasLook, draw_text, look, mixed, width

LABEL_ZOOM = 0.65
LABEL_HEIGHT = 15.0


class LinkItem(QGraphicsItem):
    """The curve of ``link``. A shape that is not known, or does not arrive, makes it thin, grey and dashed."""

    def __init__(self, link: Link) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.link = link
        self.shape_text = ""
        self._family: str | None = None
        self._count = 0
        self._ends: tuple[float, ...] | None = None
        self.route: Route = route(QPointF(), QPointF(1, 0))
        self._points: QPolygonF | None = None  # the curve as short lines, made when the pointer is near
        self._reach = QRectF()
        self.selected = self.hovered = self.lifted = False
        self.folded = False  # both its ends are put away in one collapsed frame
        self.gauge: Gauge | None = None
        self.text = LinkText(self)

    def show_flow(self, shape: Shape | None, family: str | None) -> None:
        """What flows, and the family of the layer that it comes from."""
        text, count = (str(shape), shape.count) if shape else ("", 0)
        if (text, count, family) != (self.shape_text, self._count, self._family):
            self.shape_text, self._count, self._family = text, count, family
            self.text.renew()
            self.update()

    def show_gauge(self, gauge: Gauge | None) -> None:
        """How what flows fares; None when nobody looks."""
        if gauge != self.gauge:
            self.gauge = gauge
            self.update()

    def run(self, start: QPointF, end: QPointF, lane: float | None) -> None:
        """Take a way between two ports; see ``geometry.route``."""
        ends = (start.x(), start.y(), end.x(), end.y(), lane if lane is not None else -1e9)
        if ends == self._ends:
            return
        self._ends = ends
        self.prepareGeometryChange()
        self.route = route(start, end, lane)
        self._points = None
        self._reach = self.route.path.boundingRect().adjusted(-8, -8, 8, 8)
        self.text.renew()

    def set_look(
        self, *, selected: bool | None = None, hovered: bool | None = None, lifted: bool | None = None
    ) -> None:
        before = (self.selected, self.hovered, self.lifted)
        self.selected = self.selected if selected is None else selected
        self.hovered = self.hovered if hovered is None else hovered
        self.lifted = self.lifted if lifted is None else lifted
        if before != (self.selected, self.hovered, self.lifted):
            self.text.renew()
            self.update()

    def fold(self, folded: bool) -> None:
        """Not be seen while both its ends are put away in one collapsed frame."""
        if folded != self.folded:
            self.folded = folded
            self.setVisible(not folded)
            self.text.renew()

    def distance(self, point: QPointF, within: float) -> float:
        """From ``point`` to the curve, in scene units; ``inf`` beyond the surrounding box."""
        if self.folded or not self._reach.adjusted(-within, -within, within, within).contains(point):
            return float("inf")
        if self._points is None:
            self._points = self.route.path.toSubpathPolygons()[0]
        points = self._points.toList()
        return min(_to_segment(point, a, b) for a, b in pairwise(points))

    def boundingRect(self) -> QRectF:
        return self._reach

    def pen(self) -> QPen:
        at = look()
        if not self._count:
            pen = QPen(at.accent if self.selected else at.muted, 1.6, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([3, 3])
            return pen
        if self.gauge is not None:
            return self._measured(self.gauge, at)
        thick = min(1.25 + 0.55 * log10(self._count), 5.0) + (0.8 if self.hovered or self.selected else 0)
        color = at.accent if self.selected else at.family_line(self._family)
        return QPen(color, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)

    def _measured(self, gauge: Gauge, at: CanvasLook) -> QPen:
        """Selected, it keeps the width that says something."""
        color = at.accent if self.selected else mixed(gauge_color(gauge, at), at.canvas, 1.0 if self.hovered else 0.8)
        return QPen(color, gauge.thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self.lifted:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self.pen())
        painter.drawPath(self.route.path)


class LinkText(QGraphicsItem):
    """The shape beside its link, above all links, so that none crosses it out."""

    def __init__(self, link: LinkItem) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(0.5)
        self._link = link
        self._text, self._wide, self._level = "", 0.0, True
        self._near = True

    @property
    def link_item(self) -> LinkItem:
        """The link that it stands beside."""
        return self._link

    def show_at(self, zoom: float) -> None:
        """Hidden where it would be too small to read; hidden items cost nothing to paint."""
        if self._near != (zoom >= LABEL_ZOOM):
            self._near = not self._near
            self.renew()

    def renew(self) -> None:
        """The shape, closely written where there is little room, left out where there is none."""
        text, way = self._link.shape_text, self._link.route
        if width("label", text) > way.room - 8:
            text = text.replace(" ", "")
        wide = width("label", text)
        away = self._link.hovered or self._link.lifted or self._link.folded
        shown = self._near and bool(text) and wide <= way.room - 8 and not away
        self.setVisible(shown)
        if (text, way.level) != (self._text, self._level):
            self.prepareGeometryChange()
            self._text, self._wide, self._level = text, wide, way.level
            self.update()
        self.setPos(way.middle)

    def boundingRect(self) -> QRectF:
        top = -8 - LABEL_HEIGHT if self._level else -LABEL_HEIGHT / 2
        return QRectF(-self._wide / 2 - 6, top, self._wide + 12, LABEL_HEIGHT + (4 if self._level else 0))

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        at = look()
        if not self._level:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(at.canvas)
            painter.drawRoundedRect(self.boundingRect(), 6, 6)
        painter.setPen(at.muted)
        draw_text(painter, "label", -self._wide / 2, -8 if self._level else 3.6, self._text)


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
    """The link that follows the pointer until it is dropped."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(4)
        self._path = QPainterPath()
        self._snapped = False

    def run(self, start: QPointF, end: QPointF, *, snapped: bool) -> None:
        self.prepareGeometryChange()
        # Close to the port the pointer is still on its way: no loop there.
        lane = lane_for(start, end, ()) if snapped or end.x() - start.x() < -80 else None
        self._path, self._snapped = route(start, end, lane).path, snapped

    def boundingRect(self) -> QRectF:
        return self._path.boundingRect().adjusted(-8, -8, 8, 8)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        pen = QPen(look().accent, 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        if not self._snapped:
            pen.setDashPattern([2.5, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path)


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
