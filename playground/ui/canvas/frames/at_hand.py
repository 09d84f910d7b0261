"""Frames and notes under the pointer: what a press, a double-click and the right mouse button do there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from playground.core.language import tr
from playground.ui.canvas.frames.area_item import CURSORS, AreaItem
from playground.ui.canvas.frames.commands import FrameCommands
from playground.ui.canvas.frames.frame_item import FrameItem
from playground.ui.canvas.frames.gestures import MoveTogetherGesture, ResizeGesture
from playground.ui.canvas.frames.note_editor import NoteEditor
from playground.ui.canvas.frames.note_item import NoteItem
from playground.ui.canvas.gestures.gesture import Gesture
from playground.ui.canvas.name_editor import NameEditor

if TYPE_CHECKING:
    from playground.ui.canvas.view import CanvasView

EDGE_REACH = 6.0  # half of what an edge can be taken by, in pixels
LEAST_TITLE = (140.0, 24.0)


class FramesAtHand:
    """What the view asks before it does what it does on layers, links and the empty canvas."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view
        self.commands = FrameCommands(view.session, view.canvas_scene)
        self._title: NameEditor | None = None
        self._text: NoteEditor | None = None
        self._network = ""  # of the note that is being written

    # --- the mouse ---

    def gesture(self, point: QPointF, *, adds: bool, front: bool) -> Gesture | None:
        """What a press at ``point`` of the scene begins: on what lies over links (``front``), or under them."""
        annotations = self._view.canvas_scene.annotations
        reach = EDGE_REACH / self._view.zoom
        grip = annotations.front_at(point, reach) if front else annotations.back_at(point, reach)
        if grip is None:
            return None
        session, scene, to_scene = self._view.session, self._view.canvas_scene, self._view.to_scene
        if grip.edges:
            return ResizeGesture(session, scene, to_scene, grip.item, grip.edges)
        if isinstance(grip.item, FrameItem) and grip.item.on_chevron(point) and not adds:
            self.commands.fold(grip.item.key)
            return _Nothing()
        return MoveTogetherGesture(session, scene, to_scene, grip.item.key, toggles=adds)

    def dragging_with(self, node: str, *, adds: bool) -> Gesture | None:
        """What a press on a layer begins that is selected together with frames or notes: all of them move."""
        chosen = self._view.canvas_scene.annotations.selected
        if adds or not chosen or node not in self._view.session.selection:
            return None
        session, scene = self._view.session, self._view.canvas_scene
        return MoveTogetherGesture(session, scene, self._view.to_scene, node, toggles=False)

    def hover(self, point: QPointF, *, free: bool) -> Qt.CursorShape | None:
        """Show what is under the pointer, and the cursor for it. ``free``: neither a layer nor a link is there."""
        annotations = self._view.canvas_scene.annotations
        reach = EDGE_REACH / self._view.zoom
        grip = (annotations.front_at(point, reach) or annotations.back_at(point, reach)) if free else None
        annotations.hover(grip.item if grip is not None else None)
        if grip is None:
            return None
        return CURSORS[grip.edges] if grip.edges else Qt.CursorShape.ArrowCursor

    def item_at(self, point: QPointF) -> AreaItem | None:
        """The frame (its title or edge) or note at ``point`` of the scene."""
        annotations = self._view.canvas_scene.annotations
        reach = EDGE_REACH / self._view.zoom
        grip = annotations.front_at(point, reach) or annotations.back_at(point, reach)
        return grip.item if grip is not None else None

    def double_click(self, point: QPointF) -> bool:
        """Rename the frame, write the note, expand the collapsed frame that is there. Whether any is."""
        item = self.item_at(point)
        if isinstance(item, NoteItem):
            self.write(item.key)
        elif isinstance(item, FrameItem) and item.frame.collapsed and not item.title_rect.contains(point):
            self.commands.expand([item.key])
        elif isinstance(item, FrameItem):
            self.rename(item.key)
        return item is not None

    # --- writing in place ---

    def rename(self, frame: str) -> None:
        """Write the frame's title in place."""
        item = self._view.canvas_scene.annotations.frames.get(frame)
        if item is None:
            return
        self._view.navigator.show_rect(item.title_rect)
        if self._title is None:
            self._title = NameEditor(self._view)
            self._title.setAccessibleName(tr("Title of the frame"))
            self._title.named.connect(self.commands.set_title)
        place = QRectF(self._view.mapFromScene(item.title_rect).boundingRect())
        place.setWidth(max(place.width(), LEAST_TITLE[0]))
        place.setHeight(max(place.height(), LEAST_TITLE[1]))
        self._title.ask(frame, item.frame.title, place, self._view.zoom)
        self._title.setPlaceholderText(tr("Frame"))

    def write(self, note: str) -> None:
        """Write the note's text in place."""
        item = self._view.canvas_scene.annotations.notes.get(note)
        if item is None:
            return
        self._view.navigator.show_rect(item.rect)
        if self._text is None:
            self._text = NoteEditor(self._view)
            self._text.written.connect(self._on_written)
        self._network = self._view.session.network
        place = QRectF(self._view.mapFromScene(item.rect).boundingRect())
        self._text.ask(note, item.note.text, place, self._view.zoom)

    def _on_written(self, note: str, text: str) -> None:
        self.commands.set_text(note, text, self._network)

    def drop(self) -> None:
        """Another project is open: what is being written belongs to none of its notes."""
        self._network = ""

    def finish(self, *, keep: bool) -> None:
        """End what is being written: it would stay behind when the view moves.

        A title is left as it was unless it is to be kept; the text of a note always becomes the note's.
        """
        if self._title is not None:
            self._title.finish(keep=keep)
        if self._text is not None:
            self._text.finish()

    # --- commands that need a place, or go on by writing ---

    def frame_selection(self) -> None:
        frame = self.commands.frame_selection()
        if frame is not None:
            self.rename(frame)

    def add_note(self, at: QPointF | None = None) -> None:
        """A note at ``at`` of the scene, or in the middle of what is seen; one writes at once."""
        place = at if at is not None else self._view.navigator.visible.center() - QPointF(120, 60)
        note = self.commands.add_note(place)
        if note is not None:
            self.write(note)

    def add_frame(self, at: QPointF) -> None:
        frame = self.commands.add_frame(at)
        if frame is not None:
            self.rename(frame)

    @property
    def one_selected(self) -> bool:
        """Whether one frame or one note is selected, and nothing else."""
        return len(self._view.canvas_scene.annotations.selected) == 1 and not self._view.session.selection

    def edit_selected(self) -> None:
        """Rename the one selected frame, write the one selected note."""
        annotations = self._view.canvas_scene.annotations
        key = next(iter(annotations.selected))
        self.write(key) if key in annotations.notes else self.rename(key)


class _Nothing(Gesture):
    """A press that has done its work: the rest of the drag means nothing."""

    def start(self, at: QPointF) -> None: ...

    def move(self, at: QPointF) -> None: ...

    def end(self, at: QPointF) -> None: ...

    def cancel(self) -> None: ...
