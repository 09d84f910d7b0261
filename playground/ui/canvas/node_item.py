"""A layer on the canvas: a card with ports, drawn anew only when its face changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.core.framing import Box
from playground.core.graph import Node
from playground.core.infer import NodeFacts, Problem
from playground.core.language import tr
from playground.core.shape import Shape
from playground.ui.canvas.card_note import CardNote, on_note, paint_note
from playground.ui.canvas.card_painter import (
    CARD,
    FAR,
    MARK,
    SPARE_RADIUS,
    VERY_FAR,
    Picture,
    card_box,
    paint_card,
    paint_port,
    preview_room,
    reach,
)
from playground.ui.canvas.face import CardFace, PortFace, Sides, card_face, sides_alone
from playground.ui.canvas.geometry import CARD_WIDTH, PORT_RADIUS, PortRef, port_offset
from playground.ui.canvas.look import look, mixed, shade

NAME = QRectF(8, 12, CARD.width() - 16, 24)


class PortMark(Enum):
    """What a port would say to the link that is being pulled."""

    FITS = "fits"
    DOUBTFUL = "doubtful"  # may be connected, but the shape does not fit
    REFUSED = "refused"


class NodeItem(QGraphicsItem):
    """The card of ``node``. It takes no mouse events: the view's gestures do."""

    def __init__(self, node: Node, sides: Sides | None = None, far_changed: Callable[[], None] = lambda: None) -> None:
        super().__init__()
        self._far_changed = far_changed
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(1)
        self.node = node
        self.facts, self._data_title = NodeFacts(), ""
        self.problems: tuple[Problem, ...] = ()
        self.sides = sides if sides is not None else sides_alone(node)
        self._face: CardFace | None = None  # made when somebody looks at it
        self.selected = self.hovered = False
        self.order = 0  # among cards: the greatest lies over the others
        self.far = False  # so far away that all cards are painted at once, by ``FarCards``
        self.shelter: QRectF | None = None  # the collapsed frame that has put it away, in the scene
        self._hovered_port: PortRef | None = None
        self._marks: Mapping[PortRef, PortMark] | None = None
        self.preview: Picture | None = None
        self.note: CardNote | None = None
        self.setPos(node.x, node.y)
        self._make_ports()

    def _make_ports(self) -> None:
        """Places of the ports on the card, inputs first."""
        self._box = card_box(self.sides.height)
        self.ports: dict[PortRef, QPointF] = {}
        self._port_faces: dict[PortRef, PortFace] = {}
        for ports, output in ((self.sides.inputs, False), (self.sides.outputs, True)):
            for index, port in enumerate(ports):
                ref = PortRef(self.node.id, port.name, output)
                self.ports[ref] = self.sides.place(index, output=output)
                self._port_faces[ref] = port

    def show_node(
        self, node: Node, facts: NodeFacts, problems: tuple[Problem, ...], data_title: str, sides: Sides
    ) -> bool:
        """Take over what is known; True when the card has other places for itself or its ports than before."""
        known = node is self.node and facts == self.facts and data_title == self._data_title and sides == self.sides
        moved = False
        if not known or problems != self.problems:
            if sides != self.sides:
                moved = sides.down != self.sides.down or [port.name for port in (*sides.inputs, *sides.outputs)] != [
                    port.name for port in (*self.sides.inputs, *self.sides.outputs)
                ]
                self.prepareGeometryChange()
                self.sides = sides
                self._make_ports()
            shown, self._face = self._face, None
            self.node, self.facts, self.problems, self._data_title = node, facts, problems, data_title
            if shown is None or self.face != shown:
                self._renew()
        if (node.x, node.y) == (self.x(), self.y()):
            return moved
        self.setPos(node.x, node.y)
        return True

    @property
    def face(self) -> CardFace:
        """What is drawn of it."""
        if self._face is None:
            self._face = card_face(self.node, self.facts, self.problems, self._data_title, self.sides)
        return self._face

    @property
    def family(self) -> str | None:
        """As its face has it, for those who need no more."""
        kind = self.node.kind
        return kind.family if kind is not None else None

    def _renew(self) -> None:
        """Have it painted anew, also where it is painted from far away."""
        if self.far:
            self._far_changed()
        else:
            self.update()

    def show_preview(self, preview: Picture | None) -> None:
        """What the layer makes of a sample; None when there is nothing to see."""
        if preview is not self.preview:
            self.preview = preview
            self.update(self._box)

    def show_note(self, note: CardNote | None) -> None:
        """What a view has found of the layer; None when there is nothing to tell."""
        if note != self.note:
            self.note = note
            self.update()

    def preview_rect(self, zoom: float) -> QRectF:
        """Where the preview is, in the scene; empty while none is drawn."""
        return preview_room(self.sides, zoom).translated(self.pos()) if self.preview is not None else QRectF()

    def set_look(self, *, selected: bool | None = None, hovered: bool | None = None) -> None:
        before = (self.selected, self.hovered)
        self.selected = self.selected if selected is None else selected
        self.hovered = self.hovered if hovered is None else hovered
        if before != (self.selected, self.hovered):
            self._renew()

    @property
    def ports_settled(self) -> bool:
        """Whether the node alone says what its ports are and how they look, not links or other networks."""
        return self.family not in (None, "block") and not any(port.optional for port in self.node.input_ports)

    def hover_port(self, port: PortRef | None) -> None:
        if port != self._hovered_port:
            self._hovered_port = port
            self.update()

    def mark_ports(self, marks: Mapping[PortRef, PortMark] | None) -> None:
        """Show which ports fit the link being pulled; None ends it."""
        self._marks = marks
        self.update()

    def port_position(self, port: PortRef) -> QPointF:
        """In the scene. A port that the layer does not have ends at the middle of the card's side.

        While a collapsed frame has put the layer away, its links end at that frame's sides.
        """
        down, box = self.sides.down, self.shelter
        if box is not None:
            if down:
                return QPointF(box.center().x(), box.bottom() if port.output else box.top())
            return QPointF(box.right() if port.output else box.left(), box.center().y())
        offset = self.ports.get(port)
        return self.pos() + (offset if offset is not None else port_offset(0, 1, output=port.output, down=down))

    def port_place(self, port: PortRef) -> tuple[float, float]:
        """As ``port_position``."""
        offset = self.ports.get(port) if self.shelter is None else None
        if offset is None:
            point = self.port_position(port)
            return point.x(), point.y()
        return self.x() + offset.x(), self.y() + offset.y()

    def port_name(self, port: PortRef) -> str:
        """What to write at a port; empty where it is the only one of its side and its name says nothing."""
        face = self._port_faces.get(port)
        side = self.sides.outputs if port.output else self.sides.inputs
        if face is None or (len(side) == 1 and self.family not in (None, "block")):
            return ""
        return tr("{title} (optional)", title=face.title) if face.spare else face.title

    def shape_at(self, port: str) -> Shape | None:
        """What an output port gives; None when it is not known."""
        names = [known.name for known in self.sides.outputs]
        if not self.facts.outputs or port not in names:
            return None
        index = names.index(port)
        return self.facts.outputs[index] if index < len(self.facts.outputs) else None

    @property
    def rect(self) -> QRectF:
        """The card in the scene; what stands for it while a collapsed frame has put it away."""
        return self.shelter if self.shelter is not None else self._box.translated(self.pos())

    def take_shelter(self, shelter: QRectF | None) -> bool:
        """Be put away by the collapsed frame that stands at ``shelter``; None: by none. Whether that is new."""
        if shelter == self.shelter:
            return False
        self.shelter = shelter
        self.setVisible(shelter is None and not self.far)
        return True

    def show_far(self, far: bool) -> None:
        """Leave painting it to ``FarCards``, or paint it again."""
        self.far = far
        self.setVisible(self.shelter is None and not far)

    @property
    def box(self) -> Box:
        """As ``rect``."""
        if self.shelter is None:
            x, y = self.x(), self.y()
            return Box(x, y, x + CARD_WIDTH, y + self.sides.height)
        rect = self.shelter
        return Box(rect.left(), rect.top(), rect.right(), rect.bottom())

    def on_name(self, point: QPointF) -> bool:
        return NAME.translated(self.pos()).contains(point)

    def on_mark(self, point: QPointF) -> bool:
        """Whether ``point`` of the scene is on the error mark (24 px)."""
        return self.face.mark is not None and MARK.adjusted(-3, -3, 3, 3).translated(self.pos()).contains(point)

    def on_note(self, point: QPointF) -> bool:
        """Whether ``point`` of the scene is on the word that a view has pinned there."""
        return on_note(self.note, self.pos(), point)

    def boundingRect(self) -> QRectF:
        return reach(self._box.height())

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        zoom = painter.worldTransform().m11()
        plain = self._marks is None and self._hovered_port is None
        paint_card(
            painter, self.face, zoom, selected=self.selected, hovered=self.hovered, ports=plain, preview=self.preview
        )
        if zoom >= VERY_FAR and not plain:
            self._paint_ports(painter)
        if self.note is not None and zoom >= VERY_FAR:
            paint_note(painter, self.note, words=zoom >= FAR)

    def _paint_ports(self, painter: QPainter) -> None:
        at = look()
        family = at.family_line(self.family)
        for port, center in self.ports.items():
            mark = self._marks.get(port, PortMark.REFUSED) if self._marks is not None else None
            if mark is PortMark.REFUSED:
                paint_port(painter, center, 4.0, mixed(family, at.canvas, 0.3), at.canvas)
                continue
            hovered = port == self._hovered_port
            if mark is None and not hovered and self._port_faces[port].spare:
                paint_port(painter, center, SPARE_RADIUS, family, at.canvas, 1.0)
                continue
            if mark is None:
                paint_port(painter, center, PORT_RADIUS + hovered, family, family if hovered else at.canvas)
                continue
            color = at.accent if mark is PortMark.FITS else at.warn
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shade(color, 0.45 if hovered else 0.25))
            painter.drawEllipse(center, 12, 12)
            paint_port(painter, center, PORT_RADIUS + 1, color, color if hovered else at.canvas)
