"""Moves the selected cards; a click selects."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from playground.core.edits import Move
from playground.ui.canvas.geometry import snap
from playground.ui.canvas.gestures.gesture import Gesture, ToScene, is_drag
from playground.ui.canvas.scene import CanvasScene
from playground.ui.project_session import ProjectSession


class MoveGesture(Gesture):
    """Only items move while the mouse does; the project changes once, at the end, as one undo step."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(
        self, session: ProjectSession, scene: CanvasScene, to_scene: ToScene, node: str, *, toggles: bool
    ) -> None:
        self._session, self._scene, self._to_scene = session, scene, to_scene
        self._node, self._toggles = node, toggles
        self._before = session.selection
        self._start = self._grip = QPointF()
        self._places: dict[str, QPointF] = {}

    def start(self, at: QPointF) -> None:
        self._start, self._grip = at, self._to_scene(at)
        if self._toggles:
            self._session.select(self._before ^ {self._node})
        elif self._node not in self._before:
            self._scene.select_links(())
            self._session.select([self._node])

    def move(self, at: QPointF) -> None:
        if not self._places:
            if not is_drag(self._start, at):
                return
            moving = self._session.selection | {self._node}
            self._places = {key: self._scene.nodes[key].pos() for key in moving}
            for key in moving:
                self._scene.nodes[key].setZValue(1.5)
        off = self._to_scene(at) - self._grip
        # One step for all, so that cards that stood off the grid keep their distances.
        lead = self._places[self._node]
        step = QPointF(snap(lead.x() + off.x()), snap(lead.y() + off.y())) - lead
        self._place({key: place + step for key, place in self._places.items()})

    def end(self, at: QPointF) -> None:
        self.move(at)
        if not self._places:
            if not self._toggles and len(self._session.selection) > 1:
                self._session.select([self._node])
            return
        places = {key: (self._scene.nodes[key].x(), self._scene.nodes[key].y()) for key in self._places}
        self._lower()
        if not self._session.do(Move(self._session.network, places)):
            self._place(self._places)
        self._scene.route_links()

    def cancel(self) -> None:
        if self._places:
            self._place({key: place for key, place in self._places.items() if key in self._scene.nodes})
            self._lower()
            self._scene.route_links()
        self._session.select(self._before)

    def _place(self, places: dict[str, QPointF]) -> None:
        for key, place in places.items():
            self._scene.nodes[key].setPos(place)
        self._scene.route_links(frozenset(places))
        self._scene.places_changed.emit()

    def _lower(self) -> None:
        for key in self._places.keys() & self._scene.nodes.keys():
            self._scene.nodes[key].setZValue(1)
