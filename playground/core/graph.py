"""Node, Link and Graph: immutable, so that a snapshot for training or for undo costs nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, Field, ValidationError, field_validator, model_validator

from playground.core.annotations import Annotation, Frame, Note
from playground.core.forms import called
from playground.core.language import foreign, tr
from playground.core.layer import REGISTRY, Layer, Port
from playground.core.limits import wanted
from playground.core.record import Coordinate, NodeId, Record

__all__ = ["Graph", "LayerFault", "Link", "Node", "NodeId", "Record", "fault_from"]


# Types of the placeholders that an import leaves for operators without a counterpart.
ONNX_PREFIX = "onnx."
LayerKind = type[Layer]  # a name of its own: inside Node, "type" is a field


@dataclass(frozen=True, slots=True)
class LayerFault:
    """Why a node has no usable layer: unknown type, or parameters that the type refuses."""

    code: str
    message: str
    hint: str
    field: str | None = None


def _listed(value: Any) -> Any:
    if isinstance(value, (tuple, list)):
        return [_listed(each) for each in value]
    return {key: _listed(each) for key, each in value.items()} if isinstance(value, dict) else value


class Node(Record):
    """One layer on the canvas. ``params`` keeps what the file says, known layer or not."""

    id: NodeId
    type: Annotated[str, Field(min_length=1, max_length=80)]
    params: dict[str, Any] = {}
    name: Annotated[str, Field(max_length=80)] | None = None
    x: Coordinate = 0.0
    y: Coordinate = 0.0

    @field_validator("params", mode="before")
    @classmethod
    def _as_files_have_them(cls, params: Any) -> Any:
        """Lists for tuples: what is read from a file again must be equal."""
        if isinstance(params, dict) and any(isinstance(value, (tuple, list, dict)) for value in params.values()):
            return {name: _listed(value) for name, value in params.items()}
        return params

    @cached_property
    def kind(self) -> LayerKind | None:
        return REGISTRY.get(self.type)

    @cached_property
    def _parsed(self) -> Layer | LayerFault:
        kind = self.kind
        if kind is None and self.type.startswith(ONNX_PREFIX):
            return LayerFault(
                "unknown-layer",
                tr("the ONNX operator {name!r} has no layer here", name=self.type.removeprefix(ONNX_PREFIX)),
                tr("What the file says of it is kept. Put layers in its place that do the same, or remove it."),
            )
        if kind is None:
            return LayerFault(
                "unknown-layer",
                tr("the layer type {type!r} is not known to this version", type=self.type),
                tr("It is kept and saved unchanged. Remove it, or open the project where that layer is installed."),
            )
        try:
            return _read(kind, json.dumps(self.params) if self.params else "{}")
        except (TypeError, ValueError, RecursionError) as error:
            return LayerFault(
                "parameter",
                tr("its parameters cannot be read: {error}", error=error),
                tr("Reset them to their defaults."),
            )

    @property
    def layer(self) -> Layer | None:
        """The checked parameters, or None; then ``fault`` says why."""
        parsed = self._parsed
        return parsed if isinstance(parsed, Layer) else None

    @cached_property
    def input_ports(self) -> tuple[Port, ...]:
        """Empty for an unknown layer; then the links say what there is (``Graph.input_ports``)."""
        if self.layer is not None:
            return self.layer.input_ports()
        return self.kind.inputs if self.kind else ()

    @cached_property
    def output_ports(self) -> tuple[Port, ...]:
        if self.layer is not None:
            return self.layer.output_ports()
        return self.kind.outputs if self.kind else ()

    @property
    def fault(self) -> LayerFault | None:
        parsed = self._parsed
        return parsed if isinstance(parsed, LayerFault) else None

    @cached_property
    def title(self) -> str:
        """The name a person sees: their own, or the kind's with the id's number ("Dense 2")."""
        if self.name:
            return self.name
        number = self.id.rstrip("0123456789")
        return f"{tr(self.kind.title) if self.kind else self.type} {self.id[len(number) :]}"

    @property
    def label(self) -> str:
        """The short name on the card: their own, or the kind's."""
        return self.name or (tr(self.kind.title) if self.kind else self.type)


@lru_cache(maxsize=4096)
def _read(kind: LayerKind, params: str) -> Layer | LayerFault:
    """The layer of ``kind`` with ``params``, a JSON text. Large networks have few different ones; they never change."""
    try:
        # JSON rules (arrays become tuples) with strict types: "3" is not 3.
        return kind.model_validate_json(params)
    except ValidationError as error:
        return fault_from(error, kind)


def fault_from(error: ValidationError, model: type[BaseModel] | None = None) -> LayerFault:
    """The first thing that the fields of ``model`` (a layer kind, an optimizer …) refuse, in a person's words."""
    first = error.errors()[0]
    name = str(first["loc"][0]) if first["loc"] else None
    label = called(name) if name else tr("a parameter")
    if first["type"] == "extra_forbidden":
        own = sorted(model.model_fields, key=lambda field: field not in model.__annotations__) if model else []
        remove = tr("Remove {name!r}.", name=name)
        if own:
            remove = tr("Remove {name!r}. It has {known}.", name=name, known=", ".join(own))
        return LayerFault("parameter", tr("has no parameter {name!r}", name=name), remove, name)
    reason = first["msg"].replace("Input should be", "must be").replace("Value error, ", "")
    if name is None and first["type"] == "value_error":  # what parameters say together
        return LayerFault("parameter", reason, tr("Change one of them."), None)
    limits = wanted(model, name) if model is not None and name is not None else None
    hint = tr("Set {label} to {value}.", label=label, value=limits or tr("a value in its range"))
    value, found = first["input"], repr(first["input"])
    if first["type"] in ("too_short", "too_long"):
        short = first["type"] == "too_short"
        reason = _counted_numbers(first["ctx"]["min_length" if short else "max_length"], least=short)
        hint = (
            tr("Give {label} more numbers.", label=label) if short else tr("Give {label} fewer numbers.", label=label)
        )
    elif first["type"] == "literal_error" and len(first["loc"]) == 1:
        hint = tr("Choose one of them.")
    elif first["type"] == "string_pattern_mismatch":
        reason, hint = (
            tr("must be the id of a layer, such as dense1"),
            tr("Set {label} to the id of a layer, or to nothing.", label=label),
        )
    elif limits is not None and (len(first["loc"]) > 1 or foreign()):
        # Else it names one of several forms, perhaps not the one meant, or speaks the library's language.
        reason = tr("must be {limits}", limits=limits)
    if isinstance(value, int) and abs(value) >= 10**15:
        found = tr("far too large") if value > 0 else tr("far too small")
    found = found if len(found) < 60 else found[:57] + "…"
    return LayerFault(
        "parameter", tr("{label} is {found}; {reason}", label=label, found=found, reason=reason), hint, name
    )


def _counted_numbers(count: int, *, least: bool) -> str:
    if least:
        return (
            tr("must have at least 1 number") if count == 1 else tr("must have at least {count} numbers", count=count)
        )
    return tr("must have at most 1 number") if count == 1 else tr("must have at most {count} numbers", count=count)


class Link(Record):
    """From an output port of one node to an input port of another."""

    source: NodeId
    target: NodeId
    source_port: str = "out"
    target_port: str = "in"


Flow = Literal["right", "down"]


def _double(things: Iterable[Node | Annotation]) -> str:
    """The first id that stands there twice."""
    seen: set[str] = set()
    return next(each.id for each in things if each.id in seen or seen.add(each.id))  # type: ignore[func-returns-value]


class Graph(Record):
    """One network: nodes by unique id, links between ports that exist as names; frames and notes beside them.

    ``flow`` is where data flow on the canvas: links leave layers at the right and enter at the left, or leave at the
    bottom and enter at the top.

    Raises ``pydantic.ValidationError`` for double ids and links to nowhere. Cycles and shapes are ``infer``'s work:
    a file that holds one still opens, and says so.
    """

    nodes: tuple[Node, ...] = ()
    links: tuple[Link, ...] = ()
    frames: tuple[Frame, ...] = ()
    notes: tuple[Note, ...] = ()
    flow: Flow = "right"

    def replace(self, **changes: Any) -> Self:
        """A checked copy with ``changes``; what follows from links alone is carried over when they stay.

        Collapsed frames forget what is no longer there.
        """
        made = super().replace(**self._remembered(changes))
        if "links" not in changes and [n.id for n in made.nodes] == [n.id for n in self.nodes]:
            for name in ("incoming", "outgoing", "order", "ends"):
                if name in self.__dict__:
                    made.__dict__[name] = self.__dict__[name]
        return made

    def _remembered(self, changes: dict[str, Any]) -> dict[str, Any]:
        frames: tuple[Frame, ...] = changes.get("frames", self.frames)
        if not any(frame.members for frame in frames):
            return changes
        things: Iterable[Node | Annotation] = (
            *changes.get("nodes", self.nodes), *frames, *changes.get("notes", self.notes)
        )  # fmt: skip
        there = {thing.id for thing in things}
        kept = tuple(
            frame if there.issuperset(frame.members)
            else frame.replace(members=tuple(member for member in frame.members if member in there))
            for frame in frames
        )  # fmt: skip
        return {**changes, "frames": kept}

    @model_validator(mode="after")
    def _consistent(self) -> Graph:
        ids = {node.id for node in self.nodes}
        if len(ids) != len(self.nodes):
            raise ValueError(tr("two nodes have the id {double!r}", double=_double(self.nodes)))
        if self.frames or self.notes:
            self._check_annotations()
        for link in self.links:
            for end in (link.source, link.target):
                if end not in ids:
                    raise ValueError(
                        tr(
                            "a link from {source!r} to {target!r} names no node {end!r}",
                            source=link.source,
                            target=link.target,
                            end=end,
                        )
                    )
        if len(set(self._link_keys())) != len(self.links):
            raise ValueError(tr("the same link stands there twice"))
        return self

    def _check_annotations(self) -> None:
        everything: tuple[Node | Annotation, ...] = (*self.nodes, *self.frames, *self.notes)
        ids = {each.id for each in everything}
        if len(ids) != len(everything):
            raise ValueError(tr("two things on the canvas have the id {double!r}", double=_double(everything)))
        for frame in self.frames:
            if frame.members and not frame.collapsed:
                raise ValueError(
                    tr("the frame {id!r} is open, so it has no members: what lies in it belongs to it", id=frame.id)
                )
            for member in frame.members:
                if member not in ids or member == frame.id:
                    raise ValueError(
                        tr("the frame {id!r} holds {member!r}, which is not there", id=frame.id, member=member)
                    )

    def _link_keys(self) -> Iterable[tuple[str, str, str, str]]:
        return ((link.source, link.source_port, link.target, link.target_port) for link in self.links)

    @cached_property
    def by_id(self) -> dict[str, Node]:
        return {node.id: node for node in self.nodes}

    @cached_property
    def incoming(self) -> dict[str, tuple[Link, ...]]:
        """Links into each node, in the order of the file."""
        found: dict[str, list[Link]] = {node.id: [] for node in self.nodes}
        for link in self.links:
            found[link.target].append(link)
        return {key: tuple(links) for key, links in found.items()}

    @cached_property
    def outgoing(self) -> dict[str, tuple[Link, ...]]:
        found: dict[str, list[Link]] = {node.id: [] for node in self.nodes}
        for link in self.links:
            found[link.source].append(link)
        return {key: tuple(links) for key, links in found.items()}

    def inputs_of(self, node_id: str) -> tuple[Link, ...]:
        """Links into a node in the order of its ports (links of one port in the order of the file)."""
        links = self.incoming[node_id]
        if len(links) < 2:
            return links
        ports = {port.name: index for index, port in enumerate(self.by_id[node_id].input_ports)}
        return tuple(sorted(links, key=lambda link: ports.get(link.target_port, len(ports))))

    def input_ports(self, node_id: str) -> tuple[Port, ...]:
        """The ports of a node; of an unknown layer those that links name."""
        node = self.by_id[node_id]
        if node.kind is not None:
            return node.input_ports
        return tuple(
            Port(name, many=True) for name in dict.fromkeys(link.target_port for link in self.incoming[node_id])
        )

    def output_ports(self, node_id: str) -> tuple[Port, ...]:
        """The ports of a node; of an unknown layer those that links name."""
        node = self.by_id[node_id]
        if node.kind is not None:
            return node.output_ports
        return tuple(Port(name) for name in dict.fromkeys(link.source_port for link in self.outgoing[node_id]))

    @cached_property
    def entrances(self) -> tuple[str, ...]:
        """Ids of the nodes that what feeds this network goes into, in the order of the file."""
        return tuple(node.id for node in self.nodes if node.kind is not None and node.kind.role == "entrance")

    @cached_property
    def exits(self) -> tuple[str, ...]:
        """Ids of the nodes that give this network's results: its Output layers, else all that nothing follows."""
        named = tuple(node.id for node in self.nodes if node.kind is not None and node.kind.role == "exit")
        return named or self.ends

    @cached_property
    def ends(self) -> tuple[str, ...]:
        """Ids of the nodes that nothing follows."""
        sources = {link.source for link in self.links}
        return tuple(node.id for node in self.nodes if node.id not in sources)

    @cached_property
    def sharing(self) -> tuple[tuple[Node, Node], ...]:
        """Layers that use another one's weights, each with the layer that owns them, where that is there."""
        named = ((node, node.params.get("shared_with")) for node in self.nodes)
        # a file may have anything there, also what cannot be looked up
        known = ((node, self.by_id.get(owner)) for node, owner in named if isinstance(owner, str))
        return tuple((node, owner) for node, owner in known if owner is not None)

    @cached_property
    def computed(self) -> frozenset[str] | None:
        """The nodes that lead to a result, with those whose weights they use; None: all do, there is no dead end."""
        if set(self.ends) <= set(self.exits):
            return None
        found, stack = set(self.exits), list(self.exits)
        owners = {node.id: owner.id for node, owner in self.sharing}
        while stack:
            here = stack.pop()
            before = [link.source for link in self.incoming[here]] + ([owners[here]] if here in owners else [])
            for node_id in before:
                if node_id not in found:
                    found.add(node_id)
                    stack.append(node_id)
        return frozenset(found)

    @cached_property
    def nested(self) -> frozenset[str]:
        """Names of the networks that stand in this one as layers."""
        found = (
            node.layer.nested()
            for node in self.nodes
            if node.kind is not None and node.kind.family == "block" and node.layer
        )
        return frozenset(block.network for block in found if block is not None)

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Ids so that every source stands before its targets; nodes on or behind a cycle are left out."""
        waiting = {node.id: len(self.incoming[node.id]) for node in self.nodes}
        ready = [node.id for node in self.nodes if waiting[node.id] == 0]
        found: list[str] = []
        for node_id in ready:  # grows while it is walked
            found.append(node_id)
            for link in self.outgoing[node_id]:
                waiting[link.target] -= 1
                if waiting[link.target] == 0:
                    ready.append(link.target)
        return tuple(found)

    @cached_property
    def places_in_order(self) -> dict[str, int]:
        """By id, the place in ``order``."""
        return {node_id: place for place, node_id in enumerate(self.order)}

    def reaches(self, start: str, goal: str) -> bool:
        """Whether a path of links leads from ``start`` to ``goal``. Of one node and many others it walks once."""
        if start not in self._followers and goal not in self._feeders:
            self._followers[start] = self._walked(start, ahead=True)
            self._feeders[goal] = self._walked(goal, ahead=False)
        return goal in self._followers[start] if start in self._followers else start in self._feeders[goal]

    @cached_property
    def _followers(self) -> dict[str, set[str]]:
        """What was walked to from a node, with itself; grows as it is asked for."""
        return {}

    @cached_property
    def _feeders(self) -> dict[str, set[str]]:
        return {}

    def _walked(self, start: str, *, ahead: bool) -> set[str]:
        seen, stack = {start}, [start]
        while stack:
            here = stack.pop()
            for link in self.outgoing[here] if ahead else self.incoming[here]:
                there = link.target if ahead else link.source
                if there not in seen:
                    seen.add(there)
                    stack.append(there)
        return seen

    def refusal(self, link: Link) -> str | None:
        """Why ``link`` cannot be added, in one sentence; None when it can. Ports and cycles, not shapes."""
        source, target = self.by_id.get(link.source), self.by_id.get(link.target)
        if source is None or target is None:
            return tr("The layer is no longer there.")
        if source is target:
            return tr("{title} cannot feed itself.", title=source.title)
        out_ports, in_ports = self.output_ports(source.id), self.input_ports(target.id)
        if link.source_port not in {p.name for p in out_ports}:
            return tr("{title} has no output {source_port!r}.", title=source.title, source_port=link.source_port)
        port = next((p for p in in_ports if p.name == link.target_port), None)
        if port is None:
            return tr("{title} has no input {target_port!r}.", title=target.title, target_port=link.target_port)
        if link in self.outgoing[source.id]:
            return tr("{source} already feeds {target}.", source=source.title, target=target.title)
        if not port.many and any(other.target_port == port.name for other in self.incoming[target.id]):
            which = tr("The input {name!r}", name=port.name) if len(in_ports) > 1 else tr("The input")
            return tr(
                "{which} of {title} is taken. Remove its link first, or merge with Add or Concatenate.",
                which=which,
                title=target.title,
            )
        if self.reaches(link.target, link.source):
            return tr(
                "That would be a cycle: {target} already leads to {source}.", target=target.title, source=source.title
            )
        return None

    def free_id(self, stem: str, taken: Iterable[str] = ()) -> str:
        """``stem`` with the lowest number that no node (and none of ``taken``) has."""
        return FreeIds((*self.ids, *taken)).take(stem)

    @property
    def ids(self) -> tuple[str, ...]:
        """Of layers, frames and notes."""
        return (*self.by_id, *(frame.id for frame in self.frames), *(note.id for note in self.notes))


class FreeIds:
    """Gives out ids that nothing has yet, each once: a number after the other for many of one stem."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._next: dict[str, int] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._taken

    def add(self, key: str) -> None:
        """``key`` was given by somebody else."""
        self._taken.add(key)

    def take(self, stem: str) -> str:
        """``stem`` with the lowest free number."""
        number = self._next.get(stem, 1)
        while f"{stem}{number}" in self._taken:
            number += 1
        self._next[stem] = number + 1
        self._taken.add(f"{stem}{number}")
        return f"{stem}{number}"
