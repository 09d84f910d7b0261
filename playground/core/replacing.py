"""A layer in place of another: what of its links, its name and its parameters is kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from playground.core.edits import EditRefused
from playground.core.forms import called
from playground.core.graph import Graph, Link, Node
from playground.core.language import tr
from playground.core.layer import Layer, Port
from playground.core.project import Project

SHARES = "shared_with"


@dataclass(frozen=True)
class ReplaceLayers:
    """New layers in the places of others, by the old ones' ids. The new ids must be free.

    Links go to the ports of the same names, else to those in the same order; those for which the new layer has no port
    go. Who shared the weights of a layer that is now of another kind has its own from now on.
    """

    network: str
    swaps: Mapping[str, Node]

    @property
    def text(self) -> str:
        return tr("Replace layer") if len(self.swaps) == 1 else tr("Replace {count} layers", count=len(self.swaps))

    @property
    def merge_key(self) -> object | None:
        return None

    def apply(self, project: Project) -> Project:
        graph = project.network(self.network)
        if not self.swaps or not self.swaps.keys() <= graph.by_id.keys():
            raise EditRefused(tr("The layer is no longer there."))
        return project.with_network(self.network, swapped(graph, self.swaps))


def swapped(graph: Graph, swaps: Mapping[str, Node]) -> Graph:
    """``graph`` with the new nodes in the places of the old ones, and the links that can be kept."""
    ends: dict[Link, dict[str, str]] = {link: {} for link in graph.links}
    gone: set[Link] = set()
    for old, new in swaps.items():
        into, out = graph.inputs_of(old), graph.outgoing[old]
        targets = _assigned([link.target_port for link in into], graph.input_ports(old), new.input_ports)
        sources = _given(out, graph.output_ports(old), new.output_ports)
        for link, port in zip(into, targets, strict=True):
            ends[link] |= {"target": new.id, "target_port": port or ""}
        for link, port in zip(out, sources, strict=True):
            ends[link] |= {"source": new.id, "source_port": port or ""}
        gone |= {link for link, port in zip((*into, *out), (*targets, *sources), strict=True) if port is None}
    kept = (link for link in graph.links if link not in gone)
    links = dict.fromkeys(link.replace(**ends[link]) if ends[link] else link for link in kept)
    ids = {old: new.id for old, new in swaps.items()}
    nodes = tuple(_sharing(swaps.get(node.id, node), graph, swaps, ids) for node in graph.nodes)
    frames = tuple(
        frame.replace(members=tuple(ids.get(member, member) for member in frame.members))
        if ids.keys() & set(frame.members)
        else frame
        for frame in graph.frames
    )
    return graph.replace(nodes=nodes, links=tuple(links), frames=frames)


def _assigned(wanted: list[str], old: tuple[Port, ...], new: tuple[Port, ...]) -> list[str | None]:
    """An input port of the new layer for each link into the old one; None where there is none left."""
    free, many = [port.name for port in new if not port.many], {port.name for port in new if port.many}
    order, found = [port.name for port in old], list[str | None]([None] * len(wanted))

    def take(index: int, port: str | None) -> None:
        if port is not None and found[index] is None and (port in many or port in free):
            found[index] = port
            if port in free:
                free.remove(port)

    for index, name in enumerate(wanted):
        take(index, name)
    for index, name in enumerate(wanted):
        place = order.index(name) if name in order else index
        take(index, new[place].name if place < len(new) else None)
    for index in range(len(wanted)):
        take(index, free[0] if free else min(many, default=None))
    return found


def _given(links: Iterable[Link], old: tuple[Port, ...], new: tuple[Port, ...]) -> list[str | None]:
    """An output port of the new layer for each link out of the old one: by name, by order, else the first."""
    names, order = [port.name for port in new], [port.name for port in old]
    found: list[str | None] = []
    for link in links:
        place = order.index(link.source_port) if link.source_port in order else 0
        by_order = names[place] if place < len(names) else names[0] if names else None
        found.append(link.source_port if link.source_port in names else by_order)
    return found


def _sharing(node: Node, graph: Graph, swaps: Mapping[str, Node], ids: Mapping[str, str]) -> Node:
    """``node`` with the new name of the layer whose weights it uses; without one where that is of another kind now."""
    owner = node.params.get(SHARES)
    known = graph.by_id.get(owner) if isinstance(owner, str) else None
    if known is None or (known.id not in swaps and node.id in graph.by_id):
        return node
    if swaps.get(known.id, known).type == node.type:
        return node.replace(params={**node.params, SHARES: ids.get(known.id, known.id)})
    return node.replace(params={name: value for name, value in node.params.items() if name != SHARES})


@dataclass(frozen=True, slots=True)
class Kept:
    """``node`` in place of another, and the labels of the parameters that were set there and are not kept."""

    node: Node
    lost: tuple[str, ...] = ()


def in_place_of(old: Node, new: Node) -> Kept:
    """``new`` at the place of ``old``, with its own name and all parameters that both have and that are valid there.

    The number that decides the size (units, filters, hidden size) is kept under the other name that it has there.
    Parameters that ``new`` brings along, such as the network of a block, go before.
    """
    placed = new.replace(name=old.name, x=old.x, y=old.y)
    kind = new.kind
    if kind is None:
        return Kept(placed, tuple(_label(name) for name in old.params))
    offered = {**_size(old, kind), **{name: value for name, value in old.params.items() if name in kind.model_fields}}
    params: dict[str, Any] = dict(new.params)
    for name, value in offered.items():
        if name not in new.params and _reads(kind, {**params, name: value}):
            params[name] = value
    carried_size = _size_name(old.kind) if any(name in params for name in _size(old, kind)) else None
    lost = [name for name in old.params if name not in params and name != carried_size]
    return Kept(placed.replace(params=params), tuple(_label(name) for name in lost))


def _reads(kind: type[Layer], params: Mapping[str, Any]) -> bool:
    try:
        kind.model_validate_json(json.dumps(params))
    except (ValidationError, TypeError, ValueError):
        return False
    return True


def _size_name(kind: type[Layer] | None) -> str | None:
    """The parameter that says how many channels or features the kind gives."""
    found = (kind.with_channels(7) or {}) if kind is not None else {}
    return next((name for name, value in found.items() if value == 7), None)


def _size(old: Node, kind: type[Layer]) -> dict[str, Any]:
    """The size that was set at ``old``, by the name that ``kind`` has for it; empty where the name is the same."""
    theirs, ours = _size_name(old.kind), _size_name(kind)
    if theirs is None or ours is None or theirs == ours or not isinstance(old.params.get(theirs), int):
        return {}
    return {ours: old.params[theirs]}


def _label(name: str) -> str:
    return called(name)
