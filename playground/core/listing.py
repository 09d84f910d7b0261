"""Layers as a text that people read and write: a JSON list of layers, or an object with layers and links.

``[{"type": "Conv2D", "filters": 32}, "ReLU"]`` is a chain, each layer linked to the next. With branches it is
``{"layers": [{"id": "a", "type": …}, …], "links": [["a", "b"], …]}``. See ``docs/file-format.md``.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from itertools import pairwise
from typing import Any

from pydantic import ValidationError

from playground.core.annotations import Frame, Note
from playground.core.blocks import BLOCK, block_params
from playground.core.graph import FreeIds, Graph, Link, Node
from playground.core.language import tr
from playground.core.layer import REGISTRY, Layer

COLUMN, ROW, IN_A_ROW = 232.0, 220.0, 8
MOST = 5_000  # layers in one text
_OWN = ("id", "type", "name", "x", "y", "params")
_OBJECT = ("layers", "nodes", "links", "frames", "notes")


class NotAListing(Exception):
    """The text is no list of layers; the message says where and how to mend it."""


# --- writing -----------------------------------------------------------------------------------------------------


def written(part: Graph) -> str:
    """``part`` as text: the list of a chain, else the object."""
    chain = _chain(part)
    if chain is not None:
        return "[\n" + ",\n".join(f"  {_json(_entry(node))}" for node in chain) + "\n]\n"
    fields = [_field("layers", [{"id": node.id, **_entry(node), "x": node.x, "y": node.y} for node in part.nodes])]
    fields.append(_field("links", [_ends(part, link) for link in part.links]))
    for name, known in (("frames", part.frames), ("notes", part.notes)):
        if known:
            fields.append(_field(name, [each.model_dump(mode="json", exclude_defaults=True) for each in known]))
    return "{\n" + ",\n".join(fields) + "\n}\n"


def _chain(part: Graph) -> list[Node] | None:
    """The layers of ``part`` in order where each feeds the next and nothing else is there."""
    if part.frames or part.notes or len(part.links) != len(part.nodes) - 1 or len(part.order) != len(part.nodes):
        return None
    nodes = [part.by_id[key] for key in part.order]
    shared = any(node.params.get("shared_with") for node in nodes)
    wanted = [_first_link(one, other) for one, other in pairwise(nodes)]
    return None if shared or set(wanted) != set(part.links) else nodes


def _entry(node: Node) -> dict[str, Any]:
    named = {"name": node.name} if node.name else {}
    if any(name in _OWN for name in node.params):
        return {"type": node.type, **named, "params": node.params}
    return {"type": node.type, **named, **node.params}


def _ends(part: Graph, link: Link) -> list[str]:
    """Ports are named where they are not a layer's first."""
    first = _first_link(part.by_id[link.source], part.by_id[link.target])
    plain = first is not None and first.source_port == link.source_port
    source = link.source if plain else f"{link.source}.{link.source_port}"
    into = first is not None and first.target_port == link.target_port
    return [source, link.target if into else f"{link.target}.{link.target_port}"]


def _first_link(one: Node, other: Node) -> Link | None:
    if not one.output_ports or not other.input_ports:
        return None
    return Link(
        source=one.id, target=other.id, source_port=one.output_ports[0].name, target_port=other.input_ports[0].name
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _field(name: str, entries: Sequence[object]) -> str:
    return f'  "{name}": [\n' + ",\n".join(f"    {_json(entry)}" for entry in entries) + "\n  ]"


# --- reading -----------------------------------------------------------------------------------------------------


def looks_like_listing(text: str) -> bool:
    """Whether somebody may have meant ``text`` as one: it begins like JSON with something in it."""
    return text.lstrip()[:1] in ("[", "{")


def read(text: str, networks: Mapping[str, Graph] | None = None) -> Graph:
    """The layers and links of a text. ``networks`` are those that its blocks may show. Raises ``NotAListing``."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise NotAListing(
            tr(
                "Line {line}, column {column}: {said}. Write a list such as "
                '[{{"type": "Conv2D", "filters": 32}}, {{"type": "ReLU"}}].',
                line=error.lineno,
                column=error.colno,
                said=f"{error.msg[:1].lower()}{error.msg[1:]}",
            )
        ) from error
    except (RecursionError, ValueError) as error:
        raise NotAListing(tr("The text is nested too deeply, or has a number with too many digits.")) from error
    fields = {"layers": data} if isinstance(data, list) else data
    _refuse_other_fields(fields)
    entries = fields.get("layers", fields.get("nodes"))
    if not isinstance(entries, list) or not entries:
        raise NotAListing(tr('There are no layers. Write a list such as [{"type": "Flatten"}, {"type": "ReLU"}].'))
    if len(entries) > MOST:
        raise NotAListing(
            tr("There are {count:,} layers; a text holds at most {most:,}.", count=len(entries), most=MOST)
        )
    free, nodes = FreeIds(), []
    for number, entry in enumerate(entries, 1):
        nodes.append(_node(free, entry, number, networks or {}))
    graph = Graph(nodes=tuple(nodes))
    links = _links(graph, fields["links"]) if "links" in fields else _in_a_chain(graph)
    return _finished(graph, links, fields, entries)


def _refuse_other_fields(fields: object) -> None:
    if not isinstance(fields, dict):
        raise NotAListing(tr("The text is neither a list of layers nor an object with layers and links."))
    other = next((name for name in fields if name not in _OBJECT), None)
    if other is not None:
        raise NotAListing(
            tr('"{other}" is not known here. An object has "layers" and "links", "frames" and "notes".', other=other)
        )


def _node(free: FreeIds, entry: object, number: int, networks: Mapping[str, Graph]) -> Node:
    fields = {"type": entry} if isinstance(entry, str) else entry
    if not isinstance(fields, dict) or not isinstance(fields.get("type"), str):
        raise NotAListing(
            tr('Layer {number}: its "type" is missing, such as {{"type": "Dense", "units": 10}}.', number=number)
        )
    kind = _kind(fields["type"], number)
    own: dict[str, Any] = {name: fields[name] for name in ("name", "x", "y") if fields.get(name) is not None}
    inner = fields.get("params", {})
    if not isinstance(inner, dict):
        raise NotAListing(tr('Layer {number}: "params" must be an object, such as {{"units": 10}}.', number=number))
    params = {**inner, **{name: value for name, value in fields.items() if name not in _OWN}}
    if kind.__name__ == BLOCK and isinstance(params.get("network"), str) and params["network"] in networks:
        params = {**params, **block_params(str(params["network"]), networks[str(params["network"])])}
    key = fields.get("id") or free.take(kind.id_stem)
    if not isinstance(key, str):
        raise NotAListing(tr('Layer {number}: its "id" must be a text, such as "conv1".', number=number))
    if fields.get("id") and key in free:
        raise NotAListing(
            tr('Layer {number}: there is a layer "{id}" before it. Give it another id, or none.', number=number, id=key)
        )
    try:
        own |= {name: float(own[name]) for name in ("x", "y") if name in own}
        node = Node(id=key, type=kind.__name__, params=params, **own)
    except (ValidationError, TypeError, ValueError, OverflowError, RecursionError) as error:
        raise NotAListing(tr("Layer {number}: {said}", number=number, said=_said(error))) from error
    if node.fault is not None:
        raise NotAListing(
            tr(
                "Layer {number} ({title}): {message}. {hint}",
                number=number,
                title=tr(kind.title),
                message=node.fault.message,
                hint=node.fault.hint,
            )
        )
    free.add(node.id)
    return node


@lru_cache(maxsize=4)
def _spelled(kinds: tuple[type[Layer], ...]) -> dict[str, type[Layer]]:
    return {_plain(spelled): kind for kind in kinds for spelled in (kind.title, kind.__name__)}


def _kind(name: str, number: int) -> type[Layer]:
    """The layer kind of that type name or title, however it is spaced and written."""
    known = _spelled(tuple(REGISTRY.all()))
    found = REGISTRY.get(name) or known.get(_plain(name))
    if found is not None:
        return found
    near = get_close_matches(_plain(name), known, n=1, cutoff=0.6)
    mend = tr("Did you mean {name}?", name=known[near[0]].__name__) if near else tr("docs/layers.md lists them all.")
    said = tr('Layer {number}: there is no layer "{name}".', number=number, name=name[:60])
    raise NotAListing(tr("{first} {second}", first=said, second=mend))


def _plain(name: str) -> str:
    return "".join(each for each in name.lower() if each.isalnum())


def _in_a_chain(graph: Graph) -> tuple[Link, ...]:
    links = []
    for number, (one, other) in enumerate(pairwise(graph.nodes), 1):
        link = _first_link(one, other)
        if link is None:
            which = (
                tr("{title} gives nothing", title=one.title)
                if not one.output_ports
                else tr("{title} takes nothing", title=other.title)
            )
            raise NotAListing(
                tr(
                    'Layers {first} and {second}: {which}, so they make no chain. Say with "links" what feeds what: '
                    '{{"layers": […], "links": []}}.',
                    first=number,
                    second=number + 1,
                    which=which,
                )
            )
        links.append(link)
    return tuple(links)


def _links(graph: Graph, entries: object) -> tuple[Link, ...]:
    if not isinstance(entries, list):
        raise NotAListing(tr('"links" must be a list, such as [["conv1", "relu1"]].'))
    found: list[Link] = []
    near: dict[str, list[Link]] = {node.id: [] for node in graph.nodes}
    for number, entry in enumerate(entries, 1):
        try:
            link = _link(graph, entry, number)
            # A cycle apart, only what is linked to its ends can speak against it.
            _check(graph, list(dict.fromkeys((*near[link.source], *near[link.target]))), link, number)
        except NotAListing:
            _check_cycles(graph, found)  # what is wrong before it is told first
            raise
        found.append(link)
        near[link.source].append(link)
        near[link.target].append(link)
    _check_cycles(graph, found)
    return tuple(found)


def _check(graph: Graph, links: list[Link], link: Link, number: int) -> None:
    """Raises ``NotAListing`` when ``link`` cannot be added to ``links``."""
    ends = {link.source, link.target, *(end for each in links for end in (each.source, each.target))}
    part = Graph(nodes=tuple(graph.by_id[end] for end in sorted(ends)), links=tuple(links))
    reason = part.refusal(link)
    if reason:
        raise NotAListing(tr("Link {number}: {reason}", number=number, reason=reason))


def _check_cycles(graph: Graph, links: list[Link]) -> None:
    """Raises ``NotAListing`` that names the first link which closes a cycle with those before it."""

    def closed(count: int) -> bool:
        return len(graph.replace(links=tuple(links[:count])).order) < len(graph.nodes)

    if closed(len(links)):
        place = bisect_left(range(1, len(links) + 1), True, key=closed)
        _check(graph, links[:place], links[place], place + 1)


def _link(graph: Graph, entry: object, number: int) -> Link:
    if isinstance(entry, str):
        entry = [part.strip() for part in entry.replace("→", "->").split("->")]
    if isinstance(entry, dict) and {"source", "target"} <= entry.keys():
        ends = [(entry["source"], entry.get("source_port")), (entry["target"], entry.get("target_port"))]
    elif isinstance(entry, list) and len(entry) == 2 and all(isinstance(end, str) for end in entry):
        ends = [(end.partition(".")[0], end.partition(".")[2] or None) for end in entry]
    else:
        ends = []
    if not ends or not all(isinstance(key, str) and isinstance(port, str | None) for key, port in ends):
        raise NotAListing(
            tr('Link {number}: write ["conv1", "relu1"], or {{"source": "conv1", "target": "relu1"}}.', number=number)
        )
    for key, _ in ends:
        if key not in graph.by_id:
            raise NotAListing(
                tr(
                    'Link {number}: no layer has the id "{key}". Give ids: {{"id": "conv1", "type": …}}.',
                    number=number,
                    key=key,
                )
            )
    (source, out), (target, into) = ends
    outputs, inputs = graph.by_id[source].output_ports, graph.by_id[target].input_ports
    return Link(
        source=source, target=target,
        source_port=out or (outputs[0].name if outputs else "out"),
        target_port=into or (inputs[0].name if inputs else "in"),
    )  # fmt: skip


def _finished(graph: Graph, links: tuple[Link, ...], fields: dict[str, Any], entries: list[Any]) -> Graph:
    graph = graph.replace(links=links)
    placed = all(isinstance(entry, dict) and "x" in entry and "y" in entry for entry in entries)
    graph = graph if placed else _laid_out(graph)
    try:
        frames = tuple(Frame.model_validate_json(json.dumps(each)) for each in fields.get("frames", ()))
        notes = tuple(Note.model_validate_json(json.dumps(each)) for each in fields.get("notes", ()))
        return graph.replace(frames=frames, notes=notes)
    except (ValidationError, TypeError) as error:
        raise NotAListing(tr("Frames and notes: {said}", said=_said(error))) from error


def _laid_out(graph: Graph) -> Graph:
    """Each layer right of what feeds it; a long chain in rows."""
    depth: dict[str, int] = {}
    for key in graph.order:
        depth[key] = max((depth[link.source] + 1 for link in graph.incoming[key]), default=0)
    chain = len(set(depth.values())) == len(graph.nodes)
    taken: dict[int, int] = {}
    nodes = []
    for node in graph.nodes:
        level = depth.get(node.id, 0)
        row = taken[level] = taken.get(level, -1) + 1
        x, y = (level % IN_A_ROW, level // IN_A_ROW) if chain else (level, row)
        nodes.append(node.replace(x=x * COLUMN, y=y * ROW))
    return graph.replace(nodes=tuple(nodes))


def _said(error: Exception) -> str:
    if not isinstance(error, ValidationError):
        return f"{error}."
    first = error.errors()[0]
    place = ".".join(map(str, first["loc"]))
    if first["type"] == "string_pattern_mismatch":
        return tr(
            "{place} is {first!r}; an id is lower case and ends in a number, like conv1.",
            place=place,
            first=first["input"],
        )
    return f"{place}: {first['msg'].removeprefix('Value error, ')}."
