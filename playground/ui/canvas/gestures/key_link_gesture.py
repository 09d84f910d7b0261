"""Pulls a link with keys: from port to port of those that would take it, until Enter lays it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from playground.core.edits import Connect
from playground.core.language import tr
from playground.ui.canvas.announcing import announce
from playground.ui.canvas.bubble import near
from playground.ui.canvas.geometry import PortRef
from playground.ui.canvas.gestures.link_gesture import LinkGesture
from playground.ui.canvas.keeping_in_sight import with_room

if TYPE_CHECKING:
    from playground.ui.canvas.view import CanvasView

_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class KeyLinkGesture(LinkGesture):
    """Tab and Shift+Tab walk over the ports that fit, nearest first, then those with a warning; arrows by direction.

    ``key`` takes what is pressed; Enter connects, Escape ends it.
    """

    by_keys = True
    cursor = None

    def __init__(self, view: CanvasView, port: PortRef) -> None:
        super().__init__(view.session, view.canvas_scene, view.to_scene, view.bubble, port)
        self._view = view
        self._ports: list[PortRef] = []
        self._at = -1

    @property
    def fixed(self) -> PortRef:
        """Where the link begins."""
        return self._fixed

    @property
    def chosen(self) -> PortRef | None:
        """The port that Enter would connect."""
        return self._ports[self._at] if self._ports else None

    def start(self, at: QPointF) -> None:
        self._begin()
        here = self._place(self._fixed)
        open_ports = [
            port for port, verdict in self._verdicts.items() if verdict.refusal is None and port not in self._in_way
        ]

        def order(port: PortRef) -> tuple[bool, bool, float]:
            off = self._place(port) - here
            behind = off.x() < 0 if self._fixed.output else off.x() > 0
            return self._verdicts[port].doubt is not None, behind, off.x() ** 2 + off.y() ** 2

        self._ports = sorted(open_ports, key=order)
        if self._ports:
            self._go_to(0)
        else:
            self._say_none()

    def move(self, at: QPointF) -> None:
        """The mouse has no part in it."""

    def _place(self, port: PortRef) -> QPointF:
        return self._scene.nodes[port.node].port_position(port)

    def _say_none(self) -> None:
        layer = self._session.graph.by_id[self._fixed.node].title
        text = tr("Nothing takes a link from {layer}.") if self._fixed.output else tr("Nothing can feed {layer}.")
        said = text.format(layer=layer) + " " + tr("Tab adds a layer.")
        self._bubble.say(said, "warn", near(self._view.viewportTransform().map(self._place(self._fixed))), linger=True)
        announce(self._view, said)

    def _go_to(self, at: int) -> None:
        self._at = at % len(self._ports)
        port = self._ports[self._at]
        self._view.navigator.show_rect(with_room(self._scene.nodes[port.node].rect, self._view.zoom))
        fixed, loose = self._place(self._fixed), self._place(port)
        start, end = (fixed, loose) if self._fixed.output else (loose, fixed)
        assert self._pulled is not None
        self._pulled.run(start, end, snapped=True)
        self._scene.hover(None, port, None)
        self._tell(port)

    def _tell(self, port: PortRef) -> None:
        """The same bubble as under the mouse, with the way to go on."""
        item, verdict = self._scene.nodes[port.node], self._verdicts[port]
        name = item.port_name(port)
        target = f"{item.node.title} · {name}" if name else item.node.title
        gives = tr("gives {shape}", shape=verdict.shape) if verdict.shape is not None else ""
        said = f"{target}: {gives}" if gives and verdict.doubt is None else verdict.doubt or target
        count = tr("{number} of {count}", number=self._at + 1, count=len(self._ports))
        hint = tr("Enter connects, Tab goes on, Esc ends")
        tone = "good" if verdict.doubt is None else "warn"
        place = self._view.viewportTransform().map(self._place(port))
        self._bubble.say(f"{said}\n{count} · {hint}", tone, near(place))
        announce(self._view, f"{target}, {said}, {count}")

    # --- keys ---

    def key(self, event: QKeyEvent) -> bool:
        """Whether the key means something here."""
        key = Qt.Key(event.key())
        if not self._ports:
            return False
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            back = key == Qt.Key.Key_Backtab or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._go_to(self._at + (-1 if back else 1))
        elif key in _ARROWS:
            self._towards(*_ARROWS[key])
        else:
            return False
        return True

    def _towards(self, right: int, down: int) -> None:
        """To the nearest port in a direction."""
        here, found = self._place(self._ports[self._at]), list[tuple[float, int]]()
        for number, port in enumerate(self._ports):
            off = self._place(port) - here
            along, aside = off.x() * right + off.y() * down, abs(off.x() * down) + abs(off.y() * right)
            if number != self._at and along > 1:
                found.append((along + 2 * aside, number))
        if found:
            self._go_to(min(found)[1])

    def end(self, at: QPointF) -> None:
        """Lay the link to the chosen port."""
        port = self.chosen
        self._finish()
        self._bubble.hide()
        if port is None:
            return
        graph, link = self._session.graph, self._link_to(port)
        ends = {"first": graph.by_id[link.source].title, "second": graph.by_id[link.target].title}
        if self._session.do(Connect(self._session.network, link, text=tr("Connect"))):
            announce(self._view, tr("Linked {first} to {second}", **ends))
