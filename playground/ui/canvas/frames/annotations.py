"""Frames and notes of the network on the canvas as items; what of them is selected; what is put away in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtWidgets import QGraphicsScene

from playground.core.annotations import Frame
from playground.core.framing import contents, hidden, layers_in
from playground.core.graph import Graph
from playground.core.language import tr
from playground.ui.canvas.frames.area_item import AreaItem
from playground.ui.canvas.frames.frame_item import FrameItem
from playground.ui.canvas.frames.note_item import NoteItem

if TYPE_CHECKING:
    from playground.core.infer import NodeFacts


class Grip(NamedTuple):
    """What is at a place: a frame or note, and the sides that a pull there moves ("": all of it)."""

    item: AreaItem
    edges: str


class Annotations(QObject):
    """Keeps the items of ``scene`` like the graph's frames and notes. Its selection stands beside that of layers."""

    selection_changed = Signal(object)  # frozenset of ids

    def __init__(self, scene: QGraphicsScene) -> None:
        super().__init__(scene)
        self._scene = scene
        self._graph = Graph()
        self.frames: dict[str, FrameItem] = {}
        self.notes: dict[str, NoteItem] = {}
        self.selected: frozenset[str] = frozenset()
        self.hidden: Mapping[str, str] = {}  # ids of what collapsed frames have put away, with the frame's
        self._zoom = 1.0

    # --- from the project ---

    def sync(self, graph: Graph, facts: Mapping[str, NodeFacts]) -> bool:
        """Show the frames and notes of ``graph``. Whether any came, went, moved or was folded."""
        known = self._graph
        self._graph = graph
        if not graph.frames and not graph.notes and not self.frames and not self.notes:
            return False
        self.hidden = hidden(graph)
        moved = (graph.frames, graph.notes) != (known.frames, known.notes)
        self._sync_frames(graph, facts)
        self._sync_notes(graph)
        self.select(self.selected)
        return moved

    def _sync_frames(self, graph: Graph, facts: Mapping[str, NodeFacts]) -> None:
        self._forget(self.frames, {frame.id for frame in graph.frames})
        largest_first = sorted(graph.frames, key=lambda frame: (-frame.width * frame.height, frame.id))
        for rank, frame in enumerate(largest_first):
            item = self.frames.get(frame.id)
            if item is None:
                item = self.frames[frame.id] = FrameItem(frame)
                self._scene.addItem(item)
                self._scene.addItem(item.title_item)
                item.title_item.zoomed(self._zoom)
            item.setVisible(frame.id not in self.hidden)
            item.show_frame(frame, _told(graph, frame, facts), rank)

    def _sync_notes(self, graph: Graph) -> None:
        self._forget(self.notes, {note.id for note in graph.notes})
        for note in graph.notes:
            item = self.notes.get(note.id)
            if item is None:
                item = self.notes[note.id] = NoteItem(note)
                self._scene.addItem(item)
            item.setVisible(note.id not in self.hidden)
            item.show_note(note)

    def _forget(self, items: dict[str, FrameItem] | dict[str, NoteItem], wanted: set[str]) -> None:
        for key in [known for known in items if known not in wanted]:
            item = items.pop(key)
            if isinstance(item, FrameItem):
                self._scene.removeItem(item.title_item)
            self._scene.removeItem(item)

    def zoomed(self, zoom: float) -> None:
        self._zoom = zoom
        for item in self.frames.values():
            item.title_item.zoomed(zoom)

    # --- what is where ---

    def item(self, key: str) -> AreaItem | None:
        return self.frames.get(key) or self.notes.get(key)

    @property
    def items(self) -> list[AreaItem]:
        """Those that can be seen, what lies in front first."""
        shown = [item for item in (*self.frames.values(), *self.notes.values()) if item.isVisible()]
        return sorted(shown, key=lambda item: item.zValue(), reverse=True)

    def front_at(self, point: QPointF, reach: float) -> Grip | None:
        """A note or a collapsed frame at ``point`` of the scene: they lie over links."""
        for item in self.items:
            if not isinstance(item, FrameItem) or item.frame.collapsed:
                edges = item.edges_at(point, reach) if isinstance(item, NoteItem) else ""
                if edges or item.rect.contains(point):
                    return Grip(item, edges)
        return None

    def back_at(self, point: QPointF, reach: float) -> Grip | None:
        """The title or the edge of an open frame at ``point`` of the scene: they lie under links."""
        for item in self.items:
            if isinstance(item, FrameItem) and not item.frame.collapsed:
                edges = item.edges_at(point, reach)
                if edges or item.bar.contains(point) or self._far_title(item).contains(point):
                    return Grip(item, edges)
        return None

    def _far_title(self, item: FrameItem) -> QRectF:
        title = item.title_item
        if not title.isVisible():
            return QRectF()
        box = title.boundingRect()
        return QRectF(item.x() + box.x() / self._zoom, item.y() + box.y() / self._zoom,
                      box.width() / self._zoom, box.height() / self._zoom)  # fmt: skip

    def rects(self) -> list[QRectF]:
        """The areas of all that can be seen, for what fits the view around it."""
        return [item.rect for item in self.items]

    def contents(self, key: str) -> frozenset[str]:
        """Ids of what lies in the frame ``key``; empty for a note."""
        item = self.frames.get(key)
        return contents(self._graph, item.frame) if item is not None else frozenset()

    # --- selection ---

    def select(self, ids: Iterable[str]) -> None:
        """Ids of other things, and of what is put away, are dropped."""
        wanted = frozenset(key for key in ids if (item := self.item(key)) is not None and item.isVisible())
        if wanted == self.selected and all(self._shown_selected(key) for key in wanted):
            return
        changed, self.selected = wanted != self.selected, wanted
        for key, item in (*self.frames.items(), *self.notes.items()):
            item.set_look(selected=key in wanted)
            if isinstance(item, FrameItem):
                item.title_item.update()
        if changed:
            self.selection_changed.emit(wanted)

    def _shown_selected(self, key: str) -> bool:
        item = self.item(key)
        return item is not None and item.selected

    def within(self, area: QRectF) -> frozenset[str]:
        """What a rubber band over ``area`` takes: notes and collapsed frames that it meets, frames wholly in it."""
        return frozenset(
            item.key for item in self.items
            if (area.contains(item.rect) if isinstance(item, FrameItem) and not item.frame.collapsed
                else area.intersects(item.rect))
        )  # fmt: skip

    def hover(self, item: AreaItem | None) -> None:
        for known in (*self.frames.values(), *self.notes.values()):
            known.set_look(hovered=known is item)


def _told(graph: Graph, frame: Frame, facts: Mapping[str, NodeFacts]) -> tuple[str, str]:
    """How many layers, and how many parameters they have together: unknown ones are not counted."""
    layers = layers_in(graph, frame)
    known = [facts[node.id].parameters for node in layers if node.id in facts]
    count = sum(number for number in known if number is not None)
    layer_text = tr("1 layer") if len(layers) == 1 else tr("{count} layers", count=len(layers))
    return layer_text, tr("{count} parameters", count=f"{count:,}") if count else ""
