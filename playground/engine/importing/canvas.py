"""The canvas that an import fills: layers with their links and weights, each checked when it is put down."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from pydantic import ValidationError

import playground.layers  # noqa: F401  (registers the built-in layers)
from playground.core.graph import Link, Node
from playground.core.language import tr
from playground.core.layer import REGISTRY
from playground.core.shape import Shape, ShapeError
from playground.engine.importing.budget import Budget
from playground.engine.importing.model import NoCounterpart
from playground.engine.importing.views import View

_ID = re.compile(r"[a-z](?:_?[a-z0-9])*[0-9]")
MAX_ID = 48
# Names that exporters make up: they tell a person nothing.
_MADE_UP = re.compile(r"(onnx::|val_|_?\d+$|const|/|node_|tensor|p_|t\d+$)", re.IGNORECASE)


@dataclass(slots=True)
class Canvas:
    """``weights`` by state-dict name; ``reserved`` ids are kept for layers whose weights carry them in the file.

    ``budget``: how many numbers they may come to, so that a small constant written out for every layer does not fill
    the memory.
    """

    reserved: frozenset[str]
    budget: Budget
    nodes: dict[str, Node] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    weights: dict[str, np.ndarray] = field(default_factory=dict)
    shapes: dict[str, tuple[Shape, ...]] = field(default_factory=dict)

    def add(
        self,
        kind: str,
        inputs: Sequence[View] = (),
        params: Mapping[str, Any] | None = None,
        weights: Mapping[str, np.ndarray] | None = None,
        label: str = "",
    ) -> tuple[tuple[str, str, Shape], ...]:
        """Put a layer behind ``inputs`` and give its outputs: node id, port, shape.

        ``weights`` by their name inside the layer; ``label`` is what the file calls it. Raises ``NoCounterpart`` for
        parameters or inputs that the layer does not take.
        """
        layer_kind = REGISTRY.get(kind)
        if layer_kind is None:
            raise NoCounterpart(tr("this version has no {kind} layer", kind=kind))
        kept = {key: _plain(value) for key, value in (params or {}).items()}
        try:
            layer = layer_kind.model_validate_json(json.dumps(kept))
            given = tuple(view.shape for view in inputs)
            if not layer.input_ports():
                source = layer.source_shape(None)
                assert source is not None  # an import fixes the shape of its inputs
                given = (source,)
            shapes = layer.outputs_for(*given)
        except ValidationError as error:
            first = error.errors()[0]
            where = f"{first['loc'][0]}: " if first["loc"] else ""
            raise NoCounterpart(
                tr(
                    "{title} does not take that ({where}{first})",
                    title=tr(layer_kind.title),
                    where=where,
                    first=first["msg"],
                )
            ) from error
        except ShapeError as error:
            raise NoCounterpart(tr("{title} {message}", title=tr(layer_kind.title), message=error.message)) from error
        self.budget.take(sum(value.size for value in (weights or {}).values()))
        node_id, name = self._named(layer_kind.id_stem, label)
        self._put(Node(id=node_id, type=kind, params=kept, name=name), inputs, [p.name for p in layer.input_ports()])
        self.shapes[node_id] = shapes
        self.weights |= {f"{node_id}.{key}": value for key, value in (weights or {}).items()}
        ports = [port.name for port in layer.output_ports()] or [""]  # an Output has none
        return tuple((node_id, port, shape) for port, shape in zip(ports, shapes, strict=True))

    def add_unknown(
        self, kind: str, name: str, params: dict[str, Any], inputs: Sequence[View], weights: Mapping[str, np.ndarray]
    ) -> str:
        """Put a layer of a kind that this program does not have: a marked placeholder. Gives its id.

        Raises ``ValueError`` when its weights and those before it are too many: leaving them out would lose them.
        """
        try:
            self.budget.take(sum(value.size for value in weights.values()))
        except NoCounterpart as error:
            raise ValueError(tr("its operators repeat constants until they take too much memory")) from error
        stem = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")[:24]
        stem = stem if re.fullmatch(r"[a-z](?:_?[a-z0-9])*", stem) else "operator"
        node_id = self._free(stem + "_" if stem[-1].isdigit() else stem)
        ports = ["in"] if len(inputs) == 1 else [f"in{number}" for number in range(1, len(inputs) + 1)]
        self._put(Node(id=node_id, type=kind, params=params, name=name[:80]), inputs, ports)
        self.weights |= {f"{node_id}.{key}": value for key, value in weights.items()}
        return node_id

    def finish(self, value: View, name: str) -> str:
        """Mark a value as a result of the network. Gives the id of the mark."""
        node_id = self._free("output")
        made_up = not name or _MADE_UP.match(name) or re.search(r"_\d+$", name)
        node = Node(id=node_id, type="Output", name=None if made_up else name[:80])
        self._put(node, [value], ["in"])
        return node_id

    def share(self, node_id: str, owner: str) -> None:
        """Let a layer use the weights of another one."""
        node = self.nodes[node_id]
        self.nodes[node_id] = node.replace(params={**node.params, "shared_with": owner})
        for name in [name for name in self.weights if name.startswith(f"{node_id}.")]:
            self.budget.left += self.weights.pop(name).size

    def _put(self, node: Node, inputs: Sequence[View], ports: list[str]) -> None:
        self.nodes[node.id] = node
        for number, view in enumerate(inputs):
            port = ports[min(number, len(ports) - 1)]
            link = Link(source=view.node, target=node.id, source_port=view.port, target_port=port)
            if link in self.links:
                raise NoCounterpart(tr("it takes the same value twice"))
            self.links.append(link)

    def _named(self, stem: str, label: str) -> tuple[str, str | None]:
        """Id, and a name for people: the file's own where it has one that tells something."""
        if any(node.name == label[:80] for node in self.nodes.values()):
            label = ""  # exporters give two layers the same tensor when its values are the same
        own = label.rstrip("0123456789")
        if label in self.reserved and label not in self.nodes and (own == stem or own not in _stems()):
            return label, None
        told = label if label and not _MADE_UP.match(label) and not is_id(label) else None
        return self._free(stem), told[:80] if told else None

    def _free(self, stem: str) -> str:
        number = 1
        while f"{stem}{number}" in self.nodes or f"{stem}{number}" in self.reserved:
            number += 1
        return f"{stem}{number}"


def _stems() -> frozenset[str]:
    """What ids of layers begin with; one that begins as another kind's does would mislead."""
    return frozenset(kind.id_stem for kind in REGISTRY.all())


def is_id(text: str) -> bool:
    """Whether ``text`` could be the id of a layer."""
    return len(text) <= MAX_ID and text != "bfloat16" and _ID.fullmatch(text) is not None


def reserved_ids(labels: Iterable[str]) -> frozenset[str]:
    """Ids that weights in a file already carry, as those in this program's own exports do: ``conv1.weight``."""
    return frozenset(label for label in labels if is_id(label))


def _plain(value: Any) -> Any:
    """Numbers and lists as JSON knows them."""
    if isinstance(value, (tuple, list)):
        return [_plain(part) for part in value]
    return value.item() if isinstance(value, np.generic) else value
