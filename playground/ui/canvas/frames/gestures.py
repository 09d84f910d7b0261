"""Dragging frames and notes, with what lies in them and what else is selected; pulling at their edges."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt

from playground.core.frame_edits import ChangeAnnotation, MoveTogether
from playground.core.framing import with_contents
from playground.core.language import mark, tr
from playground.ui.canvas.arranging.drag_guides import DragGuides
from playground.ui.canvas.frames.area_item import CURSORS, AreaItem
from playground.ui.canvas.frames.frame_item import FrameItem
from playground.ui.canvas.geometry import snap
from playground.ui.canvas.gestures.gesture import Gesture, ToScene, is_drag
from playground.ui.canvas.scene import CanvasScene
from playground.ui.project_session import ProjectSession

RESIZE_FRAME, RESIZE_NOTE = mark("Resize frame"), mark("Resize note")


class MoveTogetherGesture(Gesture):
    """Starts on a frame, a note, or a layer beside selected ones of these. A click selects."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(
        self, session: ProjectSession, scene: CanvasScene, to_scene: ToScene, lead: str, *, toggles: bool
    ) -> None:
        self._session, self._scene, self._to_scene = session, scene, to_scene
        self._lead, self._toggles = lead, toggles
        self._before = (session.selection, scene.annotations.selected)
        self._start = self._grip = QPointF()
        self._moving: frozenset[str] = frozenset()
        self._places: dict[str, QPointF] = {}
        self._guides: DragGuides | None = None

    def start(self, at: QPointF) -> None:
        self._start, self._grip = at, self._to_scene(at)
        annotations = self._scene.annotations
        if self._toggles:
            annotations.select(annotations.selected ^ {self._lead})
        elif self._lead not in annotations.selected | self._session.selection:
            self._scene.select_links(())
            self._session.select(())
            annotations.select([self._lead])

    def move(self, at: QPointF) -> None:
        if not self._places and is_drag(self._start, at):
            self._begin()
        if self._guides is None:
            return
        step = self._guides.step(self._to_scene(at) - self._grip, self.held)
        self._place({key: place + step for key, place in self._places.items()})

    def _begin(self) -> None:
        chosen = {self._lead} | self._session.selection | self._scene.annotations.selected
        self._moving = with_contents(self._session.graph, chosen)
        self._places = {key: item.pos() for key in self._moving if (item := self._scene.thing(key)) is not None}
        lead = self._scene.thing(self._lead)
        cards = not isinstance(lead, FrameItem)
        if lead is not None:
            self._guides = DragGuides(self._scene, lead.rect, self._moving, among_cards=cards)

    def end(self, at: QPointF) -> None:
        self.move(at)
        self._clear_guides()
        if not self._places:
            if not self._toggles:
                self._scene.select_links(())
                self._session.select([self._lead])
                self._scene.annotations.select([self._lead])
            return
        item = self._scene.thing(self._lead)
        step = item.pos() - self._places[self._lead] if item is not None else QPointF()
        edit = MoveTogether(self._session.network, self._moving, step.x(), step.y(), text=self._text())
        if not self._session.do(edit):
            self._place(self._places)
        self._scene.route_links()

    def _text(self) -> str:
        if len(self._moving) == 1:
            return tr("Move note")
        item = self._scene.annotations.item(self._lead)
        return tr("Move frame") if isinstance(item, FrameItem) else tr("Move")

    def _clear_guides(self) -> None:
        if self._guides is not None:
            self._guides.clear()

    def cancel(self) -> None:
        self._clear_guides()
        if self._places:
            self._place(self._places)
            self._scene.route_links()
        self._session.select(self._before[0])
        self._scene.annotations.select(self._before[1])

    def _place(self, places: dict[str, QPointF]) -> None:
        nodes = set()
        for key, place in places.items():
            item = self._scene.thing(key)
            if item is not None:
                item.setPos(place)
            if isinstance(item, FrameItem):
                item.title_item.follow()
            elif not isinstance(item, AreaItem):
                nodes.add(key)
        self._scene.shelter()
        self._scene.route_links(frozenset(nodes))
        self._scene.places_changed.emit()


class ResizeGesture(Gesture):
    """Pulls at one side, or at two that meet in a corner."""

    def __init__(
        self, session: ProjectSession, scene: CanvasScene, to_scene: ToScene, item: AreaItem, edges: str
    ) -> None:
        self._session, self._scene, self._to_scene = session, scene, to_scene
        self._key, self._edges, self._old = item.key, edges, item.rect
        self._least = item.least
        self._start = self._grip = QPointF()
        self._dragged = False
        self.cursor = CURSORS[edges]

    def start(self, at: QPointF) -> None:
        self._start, self._grip = at, self._to_scene(at)
        if self._key not in self._scene.annotations.selected:
            self._scene.select_links(())
            self._session.select(())
            self._scene.annotations.select([self._key])

    def move(self, at: QPointF) -> None:
        self._dragged = self._dragged or is_drag(self._start, at)
        if self._dragged:
            self._show(self._pulled(self._to_scene(at) - self._grip))

    def _pulled(self, off: QPointF) -> QRectF:
        left, top, right, bottom = self._old.left(), self._old.top(), self._old.right(), self._old.bottom()
        wide, high = self._least
        if "l" in self._edges:
            left = min(snap(left + off.x()), right - wide)
        if "r" in self._edges:
            right = max(snap(right + off.x()), left + wide)
        if "t" in self._edges:
            top = min(snap(top + off.y()), bottom - high)
        if "b" in self._edges:
            bottom = max(snap(bottom + off.y()), top + high)
        return QRectF(QPointF(left, top), QPointF(right, bottom))

    def end(self, at: QPointF) -> None:
        self.move(at)
        item = self._scene.annotations.item(self._key)
        if item is None or not self._dragged:
            return
        rect, frame = item.rect, isinstance(item, FrameItem)
        changes = {"x": rect.x(), "y": rect.y(), "width": rect.width(), "height": rect.height()}
        text = tr(RESIZE_FRAME) if frame else tr(RESIZE_NOTE)
        if not self._session.do(ChangeAnnotation(self._session.network, self._key, changes, text)):
            self._show(self._old)

    def cancel(self) -> None:
        self._show(self._old)

    def _show(self, rect: QRectF) -> None:
        item = self._scene.annotations.item(self._key)
        if item is not None:
            item.show_rect(rect)
            self._scene.places_changed.emit()
