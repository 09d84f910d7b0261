"""Parts of a network with their frames and notes: copied, put into a block, taken out of one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from pydantic import ValidationError

from playground.core.annotations import Annotation, Frame, side
from playground.core.edits import EditRefused, copy_nodes
from playground.core.framing import contents, fitted, layers_in, node_box, open_box
from playground.core.graph import FreeIds, Graph, Node
from playground.core.language import tr


def part_of(graph: Graph, ids: Iterable[str]) -> Graph:
    """The layers, frames and notes that ``ids`` name, with the links among these layers."""
    wanted = frozenset(ids)
    return Graph(
        nodes=tuple(node for node in graph.nodes if node.id in wanted),
        links=tuple(link for link in graph.links if link.source in wanted and link.target in wanted),
        notes=tuple(note for note in graph.notes if note.id in wanted),
        frames=tuple(
            frame.replace(members=tuple(member for member in frame.members if member in wanted))
            for frame in graph.frames if frame.id in wanted
        ),
        flow=graph.flow,
    )  # fmt: skip


def copies(graph: Graph, part: Graph, offset: tuple[float, float]) -> Graph:
    """``part`` with ids that are free in ``graph``, moved by ``offset``. Raises ``EditRefused`` beyond the canvas."""
    nodes, links = copy_nodes(graph, part.nodes, part.links, offset)
    names = {old.id: new.id for old, new in zip(part.nodes, nodes, strict=True)}
    annotations: tuple[Annotation, ...] = (*part.frames, *part.notes)
    free = FreeIds((*graph.ids, *names.values()))
    for each in annotations:
        names[each.id] = free.take("frame" if isinstance(each, Frame) else "note")
    try:
        frames = tuple(_renamed(frame, names, offset) for frame in part.frames)
        notes = tuple(_renamed(note, names, offset) for note in part.notes)
    except ValidationError as error:
        raise EditRefused(tr("That would lie outside the canvas.")) from error
    return Graph(nodes=nodes, links=links, frames=frames, notes=notes)


def _renamed(known: Any, names: dict[str, str], offset: tuple[float, float]) -> Any:
    changes: dict[str, Any] = {"id": names[known.id], "x": known.x + offset[0], "y": known.y + offset[1]}
    if isinstance(known, Frame):
        changes["members"] = tuple(names[member] for member in known.members if member in names)
    return known.replace(**changes)


# --- into a block, and out of it ---------------------------------------------------------------------------------


def divided(
    graph: Graph, layers: frozenset[str], annotations: Iterable[str], outer: Graph, inner: Graph
) -> tuple[Graph, Graph]:
    """``outer`` and ``inner``, which are of ``graph`` with ``layers`` grouped, with the frames and notes of each.

    A frame goes along when it holds layers and all of them go, or when ``annotations`` names it.
    """
    if not graph.frames and not graph.notes:
        return outer, inner
    going = set(annotations)
    for frame in graph.frames:
        held = {node.id for node in layers_in(graph, frame)}
        if (held and held <= layers) or frame.id in going:
            going |= {frame.id, *contents(graph, frame)}
    return (
        outer.replace(
            frames=tuple(frame for frame in graph.frames if frame.id not in going),
            notes=tuple(note for note in graph.notes if note.id not in going),
        ),
        inner.replace(
            frames=tuple(frame for frame in graph.frames if frame.id in going),
            notes=tuple(note for note in graph.notes if note.id in going),
        ),
    )


def unfolded_annotations(
    host: Graph, block: Node, shown: Graph, plain: Graph, copied: Sequence[dict[str, str]], take: Callable[[str], str]
) -> Graph:
    """``plain``, which is ``host`` with ``block`` replaced by copies of ``shown``, with the frames and notes of both.

    ``copied``: ids in ``plain`` by ids in ``shown``, for each copy. A frame that the block stood in grows around the
    layers that stand there now.
    """
    frames, notes = list(host.frames), list(host.notes)
    inner: tuple[Annotation, ...] = (*shown.frames, *shown.notes)
    for names in copied if inner else ():
        offset = _offset(shown, plain, names)
        every = {**names, **{each.id: take(each.id) for each in inner}}
        frames += (_renamed(frame, every, offset) for frame in shown.frames)
        notes += (_renamed(note, every, offset) for note in shown.notes)
    new = {node_id for names in copied for node_id in names.values()}
    boxes = [node_box(node) for node in plain.nodes if node.id in new]
    frames = [_around(frame, block, boxes) if frame in host.frames else frame for frame in frames]
    return plain.replace(frames=tuple(frames), notes=tuple(notes))


def _offset(shown: Graph, plain: Graph, names: dict[str, str]) -> tuple[float, float]:
    """How far the layers of one copy have moved."""
    for old, new in names.items():
        return plain.by_id[new].x - shown.by_id[old].x, plain.by_id[new].y - shown.by_id[old].y
    return 0.0, 0.0


def _around(frame: Frame, block: Node, boxes: list[Any]) -> Frame:
    box, needed = open_box(frame), fitted(boxes)
    if needed is None or frame.collapsed or not box.holds(*node_box(block).middle) or box.contains(needed):
        return frame
    left, top = min(box.left, needed.left), min(box.top, needed.top)
    wide, high = max(box.right, needed.right) - left, max(box.bottom, needed.bottom) - top
    return frame.replace(x=left, y=top, width=side(wide), height=side(high))
