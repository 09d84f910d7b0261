"""Pulls a link from port to port, or takes one off its input to lay it elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt

from playground.core.edits import Connect, Edit, Macro, Remove
from playground.core.graph import Link
from playground.core.language import tr
from playground.ui.canvas.bubble import Bubble, near
from playground.ui.canvas.geometry import PORT_REACH, PortRef
from playground.ui.canvas.gestures.gesture import Gesture, ToScene, is_drag
from playground.ui.canvas.link_item import PulledLink
from playground.ui.canvas.node_item import PortMark
from playground.ui.canvas.scene import CanvasScene, link_key
from playground.ui.canvas.verdict import Trial, Verdict
from playground.ui.project_session import ProjectSession

Offer = Callable[[PortRef, QPointF], object]


class LinkGesture(Gesture):
    """From ``port`` in either direction. With ``lifted`` the link's loose end starts at ``port`` and its other end
    stays: dropped on another input it is laid there, dropped on the canvas it is removed. A new link that is dropped on
    the canvas asks ``offer`` (the port, the place in the scene) for a layer that goes to its end. On an input that
    takes but one link it takes the place of the one that is there.
    """

    cursor: Qt.CursorShape | None = Qt.CursorShape.CrossCursor

    def __init__(
        self, session: ProjectSession, scene: CanvasScene, to_scene: ToScene, bubble: Bubble, port: PortRef,
        lifted: Link | None = None, offer: Offer | None = None,
    ) -> None:  # fmt: skip
        self._session, self._scene, self._to_scene, self._bubble = session, scene, to_scene, bubble
        self._offer = offer
        self._port, self._lifted = port, lifted
        self._fixed = port if lifted is None else PortRef(lifted.source, lifted.source_port, True)
        links = tuple(link for link in session.graph.links if link != lifted)
        self._graph = session.graph if lifted is None else session.graph.replace(links=links)
        self._verdicts: dict[PortRef, Verdict] = {}
        self._in_way: dict[PortRef, Link] = {}  # what would go for a link to that port
        self._pulled: PulledLink | None = None
        self._start = QPointF()

    def start(self, at: QPointF) -> None:
        self._start = at

    def _begin(self) -> PulledLink:
        pulled = self._pulled = PulledLink(down=self._scene.down)
        self._scene.addItem(pulled)
        trial = Trial(self._graph, self._session)
        marks: dict[PortRef, PortMark] = {self._fixed: PortMark.FITS}
        for item in self._scene.nodes.values():
            for port in item.ports:
                if port.output != self._fixed.output:
                    verdict = self._verdicts[port] = self._judge(port, trial)
                    marks[port] = PortMark.REFUSED if port in self._in_way else _mark(verdict)  # nothing invites there
        self._scene.mark_ports(marks)
        if self._lifted is not None:
            self._scene.links[link_key(self._lifted)].set_look(lifted=True)
        return pulled

    def _judge(self, port: PortRef, trial: Trial) -> Verdict:
        link = self._link_to(port)
        there = self._standing_at(link)
        cycle = link.source == link.target or self._graph.reaches(link.target, link.source)
        if there is None or there == link or cycle:
            return trial.judge(link)
        self._in_way[port] = there
        return Verdict()  # worked out when somebody points there: there may be thousands

    def _standing_at(self, link: Link) -> Link | None:
        """The link at the input that ``link`` is to enter, where that takes but one."""
        name = link.target_port
        many = any(port.many for port in self._graph.input_ports(link.target) if port.name == name)
        into = (other for other in self._graph.incoming[link.target] if other.target_port == name)
        return None if many else next(into, None)

    def _verdict(self, port: PortRef) -> Verdict:
        there = self._in_way.get(port)
        if there is not None and self._verdicts[port] == Verdict():
            graph = self._graph.replace(links=tuple(link for link in self._graph.links if link != there))
            self._verdicts[port] = Trial(graph, self._session).judge(self._link_to(port))
        return self._verdicts[port]

    def _link_to(self, port: PortRef) -> Link:
        source, target = (self._fixed, port) if self._fixed.output else (port, self._fixed)
        return Link(source=source.node, source_port=source.name, target=target.node, target_port=target.name)

    def move(self, at: QPointF) -> None:
        if self._pulled is None and not is_drag(self._start, at):
            return
        pulled = self._pulled or self._begin()
        point = self._to_scene(at)
        port = self._target(point)
        fixed = self._scene.nodes[self._fixed.node].port_position(self._fixed)
        loose = point if port is None or self._refused(port) else self._scene.nodes[port.node].port_position(port)
        start, end = (fixed, loose) if self._fixed.output else (loose, fixed)
        pulled.run(start, end, snapped=loose is not point)
        self._scene.hover(None, None if port is None or self._refused(port) else port, None)
        self._explain(port, at)

    def _target(self, point: QPointF) -> PortRef | None:
        """The port meant: the one within reach, or of the card under the pointer the first that fits and is free, else
        the first where the link would take the place of another.
        """
        port = self._scene.port_at(point, PORT_REACH * 1.5)
        if port is not None and port != self._fixed:
            return port
        node = self._scene.node_at(point)
        if node is None or node.node.id == self._fixed.node:
            return None
        facing = [port for port in node.ports if port.output != self._fixed.output]
        able = [port for port in facing if not self._refused(port)]
        return next((port for port in able if port not in self._in_way), next(iter(able or facing), None))

    def _refused(self, port: PortRef) -> str | None:
        if port.output == self._fixed.output:
            return tr("A link goes from an output to an input.")
        return self._verdicts[port].refusal

    def _explain(self, port: PortRef | None, at: QPointF, *, linger: bool = False) -> None:
        """Say at the pointer why it is refused, what does not fit, or what comes out."""
        if port is None:
            self._bubble.hide()
            return
        refusal = self._refused(port)
        if refusal is not None:
            self._bubble.say(refusal, "bad", near(at), linger=linger)
            return
        verdict, there = self._verdict(port), self._in_way.get(port)
        gives = tr("Gives {shape}", shape=verdict.shape) if verdict.shape is not None else ""
        if verdict.doubt is not None:
            self._bubble.say(verdict.doubt, "warn", near(at), linger=linger)
        elif there is not None and not linger:
            layer = self._graph.by_id[there.source].title
            told = tr("In the place of the link from {layer}", layer=layer)
            self._bubble.say("\n".join(part for part in (told, gives) if part), "good", near(at))
        elif gives and not linger:
            self._bubble.say(gives, "good", near(at))
        else:
            self._bubble.hide()

    def end(self, at: QPointF) -> None:
        self.move(at)
        if self._pulled is None:
            return
        port = self._target(self._to_scene(at))
        self._finish()
        self._explain(port, at, linger=True)
        if port is None:
            if self._lifted is not None:
                self._session.do(Remove(self._session.network, links=frozenset({self._lifted})))
            elif self._offer is not None and self._scene.node_at(self._to_scene(at)) is None:
                self._offer(self._fixed, self._to_scene(at))
            return
        # a refusal stands at the pointer already
        if self._refused(port) is None and self._link_to(port) != self._lifted:
            self._session.do(self._edit(port))

    def _edit(self, port: PortRef) -> Edit:
        """One step, whatever goes for the new link."""
        there, network = self._in_way.get(port), self._session.network
        text = tr("Connect") if self._lifted is None else tr("Reroute link")
        connect = Connect(network, self._link_to(port), self._lifted, text)
        if there is None:
            return connect
        return Macro((Remove(network, links=frozenset({there})), connect), tr("Replace link"))

    def cancel(self) -> None:
        self._finish()
        self._bubble.hide()

    def _finish(self) -> None:
        if self._pulled is None:
            return
        self._scene.removeItem(self._pulled)
        self._scene.hover(None, None, None)
        self._scene.mark_ports(None)
        item = self._scene.links.get(link_key(self._lifted)) if self._lifted is not None else None
        if item is not None:
            item.set_look(lifted=False)


def _mark(verdict: Verdict) -> PortMark:
    if verdict.refusal is not None:
        return PortMark.REFUSED
    return PortMark.FITS if verdict.doubt is None else PortMark.DOUBTFUL
