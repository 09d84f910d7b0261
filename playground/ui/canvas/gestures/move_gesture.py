"""Moves the selected cards; a click selects. One card dropped on a link goes into it; with Alt links heal behind."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from playground.core.edits import Move
from playground.ui.canvas.arranging.drag_guides import DragGuides
from playground.ui.canvas.bubble import Bubble
from playground.ui.canvas.gestures.gesture import Gesture, ToScene, is_drag
from playground.ui.canvas.gestures.healing import Healing
from playground.ui.canvas.gestures.insertion import Insertion
from playground.ui.canvas.rewiring import Rewiring
from playground.ui.canvas.scene import CanvasScene
from playground.ui.project_session import ProjectSession


class MoveGesture(Gesture):
    """Only items move while the mouse does; the project changes once, at the end, as one undo step."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(
        self, session: ProjectSession, scene: CanvasScene, to_scene: ToScene, node: str, *, toggles: bool,
        rewiring: Rewiring, bubble: Bubble | None = None,
    ) -> None:  # fmt: skip
        self._session, self._scene, self._to_scene = session, scene, to_scene
        self._rewiring, self._bubble = rewiring, bubble
        self._node, self._toggles = node, toggles
        self._before = session.selection
        self._start = self._grip = QPointF()
        self._places: dict[str, QPointF] = {}
        self._healing: Healing | None = None
        self._insertion: Insertion | None = None
        self._guides: DragGuides | None = None

    def start(self, at: QPointF) -> None:
        self._start, self._grip = at, self._to_scene(at)
        if self._toggles:
            self._session.select(self._before ^ {self._node})
        elif self._node not in self._before:
            self._scene.select_links(())
            self._session.select([self._node])

    def _begin(self) -> None:
        moving = self._session.selection | {self._node}
        self._places = {key: self._scene.nodes[key].pos() for key in moving}
        for key in moving:
            self._scene.nodes[key].setZValue(1.5)
        self._guides = DragGuides(self._scene, self._scene.nodes[self._node].rect, moving)
        if len(moving) == 1:
            self._insertion = Insertion(self._session, self._scene, self._bubble, self._session.graph.by_id[self._node])

    def move(self, at: QPointF) -> None:
        if not self._places and is_drag(self._start, at):
            self._begin()
        if self._guides is None:
            return
        # One step for all, so that cards that stood off the grid keep their distances.
        step = self._guides.step(self._to_scene(at) - self._grip, self.held)
        self._place({key: place + step for key, place in self._places.items()})
        self._heal(bool(self.held & Qt.KeyboardModifier.AltModifier))
        self._look_for_link(at)

    def _heal(self, wanted: bool) -> None:
        """While Alt is held the links close behind the cards."""
        if wanted and self._healing is None:
            self._healing = Healing(self._scene, self._session.graph, frozenset(self._places))
        elif not wanted and self._healing is not None:
            self._healing.clear()
            self._healing = None

    def _look_for_link(self, at: QPointF) -> None:
        """A card without links of its own, or one that has just left them, goes into the link that it lies on."""
        if self._insertion is None:
            return
        graph = self._session.graph
        linked = bool(graph.incoming[self._node] or graph.outgoing[self._node])
        if linked and self._healing is None:
            self._insertion.clear()
        elif self._insertion.over(self._scene.nodes[self._node].pos(), self._to_scene(at), at) and self._guides:
            self._guides.clear()  # what it goes into decides its place

    def end(self, at: QPointF) -> None:
        self.move(at)
        if not self._places:
            if not self._toggles and len(self._session.selection) > 1:
                self._session.select([self._node])
            return
        link = self._insertion.link if self._insertion is not None else None
        heals = self._healing is not None
        self._clear()
        places = {key: (self._scene.nodes[key].x(), self._scene.nodes[key].y()) for key in self._places}
        self._lower()
        if link is not None:
            node, corner = self._session.graph.by_id[self._node], self._scene.nodes[self._node].pos()
            done = self._rewiring.put_between(node, link, corner, detached=heals)
        elif heals:
            self._session.select(self._places)
            done = self._rewiring.detach(places)
        else:
            done = self._session.do(Move(self._session.network, places))
        if not done:
            self._place(self._places)
        self._scene.route_links()

    def cancel(self) -> None:
        self._clear()
        if self._places:
            self._place({key: place for key, place in self._places.items() if key in self._scene.nodes})
            self._lower()
            self._scene.route_links()
        self._session.select(self._before)

    def _clear(self) -> None:
        """Take away what was shown besides the cards."""
        if self._guides is not None:
            self._guides.clear()
        if self._insertion is not None:
            self._insertion.clear()
        if self._healing is not None:
            self._healing.clear()
        self._healing = None

    def _place(self, places: dict[str, QPointF]) -> None:
        for key, place in places.items():
            self._scene.nodes[key].setPos(place)
        self._scene.route_links(frozenset(places))
        self._scene.places_changed.emit()

    def _lower(self) -> None:
        for key in self._places.keys() & self._scene.nodes.keys():
            self._scene.nodes[key].setZValue(1)
