"""What a person can do to frames and notes. Edits as in ``core.edits``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from playground.core.annotations import Annotation, Frame, Note, side
from playground.core.edits import EditRefused
from playground.core.framing import (
    Box,
    contents,
    fitted,
    frame_box,
    hidden,
    node_box,
    note_box,
    open_box,
    with_contents,
)  # fmt: skip
from playground.core.graph import Graph
from playground.core.language import mark, tr
from playground.core.project import Project
from playground.core.record import bounded

GAP = 24.0  # what stays between an opened frame and what makes room for it


@dataclass(frozen=True)
class _Plain:
    @property
    def merge_key(self) -> object | None:
        return None


@dataclass(frozen=True)
class AddAnnotations(_Plain):
    """Frames and notes, with layers and links: adding, pasting, duplicating."""

    network: str
    frames: tuple[Frame, ...] = ()
    notes: tuple[Note, ...] = ()
    text: str = mark("Add frame")

    def apply(self, project: Project) -> Project:
        graph = _graph(project, self.network)
        added = graph.replace(frames=(*graph.frames, *self.frames), notes=(*graph.notes, *self.notes))
        return project.with_network(self.network, added)


@dataclass(frozen=True)
class ChangeAnnotation:
    """Fields of one frame or note. One sweep is one undo step."""

    network: str
    id: str
    changes: Mapping[str, Any]
    text: str
    sweep: object | None = None

    @property
    def merge_key(self) -> object | None:
        return None if self.sweep is None else ("annotation", self.network, self.id, self.sweep)

    def apply(self, project: Project) -> Project:
        graph = _graph(project, self.network)
        known: tuple[Annotation, ...] = (*graph.frames, *graph.notes)
        if self.id not in {each.id for each in known}:
            raise EditRefused(tr("It is no longer there."))
        frames = tuple(each.replace(**self.changes) if each.id == self.id else each for each in graph.frames)
        notes = tuple(each.replace(**self.changes) if each.id == self.id else each for each in graph.notes)
        return project.with_network(self.network, graph.replace(frames=frames, notes=notes))


@dataclass(frozen=True)
class RemoveAnnotations(_Plain):
    """Frames and notes; what lies in a frame stays, and comes out of a collapsed one."""

    network: str
    ids: frozenset[str]
    text: str = mark("Delete frame")

    def apply(self, project: Project) -> Project:
        graph = _graph(project, self.network)
        for frame in graph.frames:
            if frame.id in self.ids and frame.collapsed and not self.ids.issuperset(frame.members):
                graph = expanded(graph, frame.id)
        frames = tuple(frame for frame in graph.frames if frame.id not in self.ids)
        notes = tuple(note for note in graph.notes if note.id not in self.ids)
        return project.with_network(self.network, graph.replace(frames=frames, notes=notes))


@dataclass(frozen=True)
class MoveTogether:
    """Layers, frames and notes by one step; what lies in a frame comes along. One drag is one undo step."""

    network: str
    ids: frozenset[str]
    dx: float
    dy: float
    sweep: object | None = None
    text: str = mark("Move")

    @property
    def merge_key(self) -> object | None:
        return None if self.sweep is None else ("move together", self.network, frozenset(self.ids), self.sweep)

    def apply(self, project: Project) -> Project:
        graph = _graph(project, self.network)
        return project.with_network(self.network, shifted(graph, self.ids, self.dx, self.dy))


@dataclass(frozen=True)
class Collapse(_Plain):
    """A frame becomes a small card, and what lies in it is put away."""

    network: str
    frame: str
    text: str = mark("Collapse frame")

    def apply(self, project: Project) -> Project:
        graph = _graph(project, self.network)
        frame = _frame(graph, self.frame)
        if frame.collapsed:
            return project
        inside = tuple(sorted(contents(graph, frame)))
        if not inside:
            raise EditRefused(tr("There is nothing in this frame that could be put away."))
        return project.with_network(self.network, _with_frame(graph, frame.replace(collapsed=True, members=inside)))


@dataclass(frozen=True)
class Expand(_Plain):
    """Collapsed frames show again what they had put away; what stands where they open makes room."""

    network: str
    frames: tuple[str, ...]
    text: str = mark("Expand frame")

    def apply(self, project: Project) -> Project:
        graph = _graph(project, self.network)
        for frame in self.frames:
            graph = expanded(graph, frame)
        return project.with_network(self.network, graph)


@dataclass(frozen=True)
class FitFrames(_Plain):
    """Frames get the size of what lies in them."""

    network: str
    frames: tuple[str, ...]
    text: str = mark("Fit frame to its layers")

    def apply(self, project: Project) -> Project:
        graph = _graph(project, self.network)
        # Inner ones first: those around them then see how large these have become.
        for frame_id in sorted(self.frames, key=lambda known: _area(_frame(graph, known))):
            graph = refitted(graph, frame_id, contents(graph, _frame(graph, frame_id)))
        return project.with_network(self.network, graph)


# --- graphs ------------------------------------------------------------------------------------------------------


def framed(graph: Graph, ids: frozenset[str], title: str = "", color: str = "gray") -> Frame | None:
    """A new frame around what ``ids`` name, behind frames among it; None when they name nothing."""
    boxes = [node_box(node) for node in graph.nodes if node.id in ids]
    boxes += [frame_box(frame) for frame in graph.frames if frame.id in ids]
    boxes += [note_box(note) for note in graph.notes if note.id in ids]
    box = fitted(boxes)
    if box is None:
        return None
    return Frame(
        id=graph.free_id("frame"), title=title, color=color,  # type: ignore[arg-type]  # checked by the record
        x=bounded(box.left), y=bounded(box.top), width=side(box.right - box.left), height=side(box.bottom - box.top),
    )  # fmt: skip


def refitted(graph: Graph, frame_id: str, inside: frozenset[str]) -> Graph:
    """``graph`` with one open frame just around what ``inside`` names; as it is when that is nothing."""
    frame = _frame(graph, frame_id)
    fresh = framed(graph, inside - hidden(graph).keys() - {frame_id})
    if fresh is None or frame.collapsed:
        return graph
    return _with_frame(graph, frame.replace(x=fresh.x, y=fresh.y, width=fresh.width, height=fresh.height))


def shifted(graph: Graph, ids: frozenset[str], dx: float, dy: float) -> Graph:
    """``graph`` with what ``ids`` name, and what lies in frames among it, moved."""
    return _moved(graph, with_contents(graph, ids), dx, dy)


def _moved(graph: Graph, moving: frozenset[str], dx: float, dy: float) -> Graph:
    """Just what ``moving`` names; what would leave the canvas stays at its edge."""

    def place(known: Any) -> Any:
        return known.replace(x=bounded(known.x + dx), y=bounded(known.y + dy)) if known.id in moving else known

    return graph.replace(
        nodes=tuple(map(place, graph.nodes)), frames=tuple(map(place, graph.frames)),
        notes=tuple(map(place, graph.notes)),
    )  # fmt: skip


def expanded(graph: Graph, frame_id: str) -> Graph:
    """``graph`` with a frame, and those that hide it, open; what stands where they open moves to the right."""
    while (outer := hidden(graph).get(frame_id)) is not None:
        graph = _opened(graph, outer)
    return _opened(graph, frame_id)


def _opened(graph: Graph, frame_id: str) -> Graph:
    frame = _frame(graph, frame_id)
    if not frame.collapsed:
        return graph
    inside, away, area = set(frame.members), hidden(graph), open_box(frame)
    holders = {other.id for other in graph.frames if not other.collapsed and frame_id in contents(graph, other)}
    others: list[tuple[str, Box]] = [(node.id, node_box(node)) for node in graph.nodes]
    others += [(other.id, frame_box(other)) for other in graph.frames if other.id not in holders]
    others += [(note.id, note_box(note)) for note in graph.notes]
    seen = [pair for pair in others if pair[0] not in inside and pair[0] not in away and pair[0] != frame_id]
    was, graph = graph, _with_frame(graph, frame.replace(collapsed=False, members=()))
    frames = {other.id for other in graph.frames}
    caught = [  # they would belong to it from now on
        box for key, box in seen if (area.contains(box) if key in frames else area.holds(*box.middle))
    ]
    if caught:
        right = frozenset(key for key, box in seen if box.middle[0] >= frame.x)
        moving = with_contents(was, right)  # before it opened: what comes out of it lies in no neighbour
        graph = _moved(graph, moving, area.right + GAP - min(box.left for box in caught), 0.0)
    for holder in holders:  # it stays in them
        graph = _with_frame(graph, _grown(_frame(graph, holder), area.grown(GAP / 2)))
    return graph


def _grown(frame: Frame, area: Box) -> Frame:
    """``frame`` with ``area`` in it."""
    box = open_box(frame)
    if box.contains(area):
        return frame
    left, top = min(box.left, area.left), min(box.top, area.top)
    right, bottom = max(box.right, area.right), max(box.bottom, area.bottom)
    return frame.replace(x=left, y=top, width=side(right - left), height=side(bottom - top))


def _with_frame(graph: Graph, changed: Frame) -> Graph:
    return graph.replace(frames=tuple(changed if frame.id == changed.id else frame for frame in graph.frames))


def _area(frame: Frame) -> float:
    box = frame_box(frame)
    return (box.right - box.left) * (box.bottom - box.top)


def _frame(graph: Graph, frame_id: str) -> Frame:
    found = next((frame for frame in graph.frames if frame.id == frame_id), None)
    if found is None:
        raise EditRefused(tr("The frame is no longer there."))
    return found


def _graph(project: Project, name: str) -> Graph:
    if name not in project.networks:
        raise EditRefused(tr("The network is no longer there."))
    return project.networks[name]
