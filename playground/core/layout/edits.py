"""Arranging as edits: undone in one step, frames kept tight around what lay in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from playground.core.annotations import Note
from playground.core.edits import EditRefused
from playground.core.frame_edits import refitted, shifted
from playground.core.framing import contents, hidden
from playground.core.graph import Flow, Graph, Node
from playground.core.language import mark, tr
from playground.core.project import Project

Places = Mapping[str, tuple[float, float]]
_Thing = TypeVar("_Thing", Node, Note)


@dataclass(frozen=True)
class Arrange:
    """New corners of layers, frames and notes, by id. ``tight``: open frames then take the size of what lay in them.

    What a collapsed frame hides comes along; an open one that is named itself brings what lies in it. ``flow`` is where
    data flow from then on, None: as before.
    """

    network: str
    places: Places
    text: str = mark("Arrange layers")
    tight: bool = True
    flow: Flow | None = None

    @property
    def merge_key(self) -> object | None:
        return None

    def apply(self, project: Project) -> Project:
        if self.network not in project.networks:
            raise EditRefused(tr("The network is no longer there."))
        graph = placed(project.networks[self.network], self.places, tight=self.tight)
        return project.with_network(self.network, graph if self.flow is None else graph.replace(flow=self.flow))


@dataclass(frozen=True)
class TurnFlow:
    """Data flow to the right, or downwards: links leave and enter layers at other sides, nothing moves."""

    network: str
    flow: Flow

    @property
    def text(self) -> str:
        return tr("Links downwards") if self.flow == "down" else tr("Links to the right")

    @property
    def merge_key(self) -> object | None:
        return None

    def apply(self, project: Project) -> Project:
        if self.network not in project.networks:
            raise EditRefused(tr("The network is no longer there."))
        return project.with_network(self.network, project.networks[self.network].replace(flow=self.flow))


def placed(graph: Graph, places: Places, *, tight: bool = True) -> Graph:
    """``graph`` with its things at ``places``; see ``Arrange``."""
    open_frames = [frame for frame in graph.frames if not frame.collapsed and frame.id not in hidden(graph)]
    held = {frame.id: contents(graph, frame) for frame in open_frames}
    for frame_id in sorted(places.keys() & {frame.id for frame in graph.frames}):
        frame = next(known for known in graph.frames if known.id == frame_id)
        x, y = places[frame_id]
        graph = shifted(graph, frozenset({frame_id}), x - frame.x, y - frame.y)

    def at(thing: _Thing) -> _Thing:
        x, y = places.get(thing.id, (thing.x, thing.y))
        return thing if (x, y) == (thing.x, thing.y) else thing.replace(x=float(x), y=float(y))

    graph = graph.replace(nodes=tuple(map(at, graph.nodes)), notes=tuple(map(at, graph.notes)))
    if tight:
        for frame_id in sorted(held, key=lambda known: (len(held[known]), known)):  # inner ones first
            if held[frame_id] & places.keys():
                graph = refitted(graph, frame_id, held[frame_id])
    return graph
