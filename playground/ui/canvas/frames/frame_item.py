"""A frame on the canvas: an area behind its layers with a title bar, or collapsed a card with its title."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.core.annotations import Frame
from playground.core.framing import CARD, TITLE
from playground.core.language import tr
from playground.ui.canvas.frames.area_item import AreaItem
from playground.ui.canvas.frames.tints import tint_colors
from playground.ui.canvas.look import draw_text, elided, look, width

RADIUS = 12.0
FAR, VERY_FAR = 0.58, 0.22  # as on cards: from here out only what can be read
PAD = 12.0
CHEVRON = 12.0  # the sign that folds it, at the left of the bar
OPEN_Z, CARD_Z, TITLE_Z = -3.0, 1.0, 2.5


class FrameItem(AreaItem):
    """The area of ``frame``. ``told`` is what a collapsed one says of what it holds."""

    least = (120.0, 72.0)

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame.id)
        self.frame = frame
        self.told: tuple[str, str] = ("", "")
        self.title_item = FrameTitle(self)
        self.show_frame(frame, self.told, 0)

    def show_frame(self, frame: Frame, told: tuple[str, str], rank: int) -> None:
        """Take over what is known. ``rank`` grows inwards: a frame in another lies over it."""
        self.frame, self.told = frame, told
        size = CARD if frame.collapsed else (frame.width, frame.height)
        self.setZValue(CARD_Z if frame.collapsed else OPEN_Z + min(rank, 900) / 1000)
        self.show_rect(QRectF(frame.x, frame.y, *size))
        self.title_item.follow()

    def resized(self) -> None:
        self.title_item.follow()

    @property
    def title(self) -> str:
        return self.frame.title or tr("Frame")

    @property
    def bar(self) -> QRectF:
        """What drags it, in the scene: the title bar, or all of the card of a collapsed one."""
        rect = self.rect
        return rect if self.frame.collapsed else QRectF(rect.x(), rect.y(), rect.width(), TITLE)

    @property
    def title_rect(self) -> QRectF:
        """Where the title is written, in the scene."""
        rect = self.rect
        left = rect.x() + PAD + CHEVRON + 4
        return QRectF(left, rect.y() + 4, max(40.0, rect.right() - left - PAD), TITLE - 8)

    def on_chevron(self, point: QPointF) -> bool:
        """Whether ``point`` of the scene is on the sign that folds it."""
        return QRectF(self.x(), self.y(), PAD + CHEVRON + 2, TITLE).contains(point)

    def boundingRect(self) -> QRectF:
        return self.box.adjusted(-6, -12, 6, 6)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        zoom = painter.worldTransform().m11()
        if self.frame.collapsed:
            self._paint_card(painter, zoom)
        else:
            self._paint_area(painter, zoom)

    def _edge(self, zoom: float) -> QPen:
        at, colors = look(), tint_colors(self.frame.color)
        if self.selected:
            return QPen(at.accent, max(2.0, 2.0 / zoom))
        return QPen(colors.strong if self.hovered else colors.edge, max(1.0, 1.0 / zoom))

    def _paint_area(self, painter: QPainter, zoom: float) -> None:
        colors, box = tint_colors(self.frame.color), self.box
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.ground)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if zoom >= FAR:
            painter.setBrush(colors.bar)
            painter.drawPath(_bar_path(box.width()))
            self._paint_title(painter, TITLE / 2)
        painter.setPen(self._edge(zoom))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, RADIUS, RADIUS)

    def _paint_title(self, painter: QPainter, middle: float) -> None:
        at = look()
        _chevron(painter, QPointF(PAD + CHEVRON / 2 - 1, middle), closed=self.frame.collapsed)
        room = self.size[0] - 2 * PAD - CHEVRON - 4
        count = "" if self.frame.collapsed else self.told[0]
        counted = width("caption", count) + 12 if count else 0.0
        if room - counted < 60:
            count, counted = "", 0.0
        painter.setPen(at.text)
        draw_text(painter, "name", PAD + CHEVRON + 4, middle + 4.5, elided("name", self.title, room - counted))
        if count:
            painter.setPen(at.text)
            draw_text(painter, "caption", self.size[0] - PAD - width("caption", count), middle + 4, count)

    def _paint_card(self, painter: QPainter, zoom: float) -> None:
        at, colors, box = look(), tint_colors(self.frame.color), self.box
        if zoom < VERY_FAR:
            painter.fillRect(box, colors.strong)
        else:
            painter.setPen(QPen(colors.edge, 1.0))
            for inset, up in ((12.0, -8.0), (6.0, -4.0)):
                painter.setBrush(colors.bar)
                painter.drawRoundedRect(box.adjusted(inset, up, -inset, -box.height() / 2), RADIUS - 2, RADIUS - 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.paper)
            painter.drawRoundedRect(box, RADIUS, RADIUS)
            self._paint_card_texts(painter, zoom)
        painter.setPen(self._edge(zoom))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setPen(at.text)

    def _paint_card_texts(self, painter: QPainter, zoom: float) -> None:
        at = look()
        if zoom < FAR:
            painter.setPen(at.text)
            shown = elided("far", self.title, CARD[0] - 20)
            draw_text(painter, "far", (CARD[0] - width("far", shown)) / 2, CARD[1] / 2 + 9, shown)
            return
        self._paint_title(painter, 24.0)
        painter.setPen(at.text)
        for line, text in enumerate(self.told):
            draw_text(painter, "caption", PAD, 52 + 18 * line, elided("caption", text, CARD[0] - 2 * PAD))


class FrameTitle(QGraphicsItem):
    """The title of an open frame far out: above its edge, over cards, as large on the screen as ever."""

    def __init__(self, frame: FrameItem) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setZValue(TITLE_Z)
        self._frame, self._zoom = frame, 1.0

    def zoomed(self, zoom: float) -> None:
        self.prepareGeometryChange()
        self._zoom = zoom
        self.follow()

    def follow(self) -> None:
        """Stand at the frame's corner, where there is anything to read."""
        frame = self._frame
        self.setVisible(self._zoom < FAR and not frame.frame.collapsed and frame.isVisible() and self._room > 24)
        self.setPos(frame.pos())
        self.update()

    @property
    def _room(self) -> float:
        return max(self._frame.size[0] * self._zoom, 48.0)

    @property
    def _shown(self) -> str:
        return elided("caption", self._frame.title, self._room - 12)

    def boundingRect(self) -> QRectF:
        return QRectF(-1, -19, width("caption", self._shown) + 14, 20)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        at, colors = look(), tint_colors(self._frame.frame.color)
        box = self.boundingRect().adjusted(1, 1, -1, -1)
        painter.setPen(QPen(at.accent if self._frame.selected else colors.edge, 1.0))
        painter.setBrush(colors.bar)
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(at.text)
        draw_text(painter, "caption", 6, -5, self._shown)


def _bar_path(wide: float) -> QPainterPath:
    """The title bar: round above, straight below. A path, since not every format of pictures knows clipping."""
    path = QPainterPath(QPointF(0, TITLE))
    path.lineTo(0, RADIUS)
    path.arcTo(QRectF(0, 0, 2 * RADIUS, 2 * RADIUS), 180, -90)
    path.lineTo(wide - RADIUS, 0)
    path.arcTo(QRectF(wide - 2 * RADIUS, 0, 2 * RADIUS, 2 * RADIUS), 90, -90)
    path.lineTo(wide, TITLE)
    path.closeSubpath()
    return path


def _chevron(painter: QPainter, center: QPointF, *, closed: bool) -> None:
    """Points to the right where it is collapsed, down where it is open."""
    pen = QPen(look().muted, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    points = ((-2.0, -4.0), (2.0, 0.0), (-2.0, 4.0)) if closed else ((-4.0, -2.0), (0.0, 2.0), (4.0, -2.0))
    painter.drawPolyline([center + QPointF(x, y) for x, y in points])
