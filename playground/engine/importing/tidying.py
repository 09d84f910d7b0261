"""Making what came out of a file look as a person would have drawn it."""

from __future__ import annotations

from typing import get_args

from playground.core.graph import Link, Node
from playground.engine.importing.canvas import Canvas
from playground.layers.shared.with_activation import Activation

_ACTIVATIONS = frozenset(get_args(Activation)) - {"Linear", "PReLU"}  # PReLU brings a weight along
_RECURRENT = frozenset({"LSTM", "GRU", "RNN"})


def tidy(canvas: Canvas, ends: set[str]) -> None:
    """Drop what leads to none of ``ends``, put activations into the layers they follow, read last steps at once."""
    _prune(canvas, ends)
    for node in list(canvas.nodes.values()):
        if node.id in canvas.nodes:
            _absorb_activation(canvas, node)
    for node in list(canvas.nodes.values()):
        if node.id in canvas.nodes:
            _absorb_last_step(canvas, node)


def _prune(canvas: Canvas, ends: set[str]) -> None:
    sources: dict[str, list[str]] = {}
    for link in canvas.links:
        sources.setdefault(link.target, []).append(link.source)
    kept, stack = set(ends), list(ends)
    while stack:
        for source in sources.get(stack.pop(), ()):
            if source not in kept:
                kept.add(source)
                stack.append(source)
    owners = {
        str(node.params["shared_with"])
        for node in canvas.nodes.values()
        if "shared_with" in node.params and node.id in kept
    }
    for owner in owners - kept:
        _hand_over(canvas, owner, kept)
    for node_id in [node_id for node_id in canvas.nodes if node_id not in kept]:
        _drop(canvas, node_id)


def _hand_over(canvas: Canvas, owner: str, kept: set[str]) -> None:
    """Give the weights of a layer that goes to the first one that shares them."""
    heirs = [n for n in canvas.nodes.values() if n.params.get("shared_with") == owner and n.id in kept]
    first, rest = heirs[0], heirs[1:]
    canvas.nodes[first.id] = first.replace(params={k: v for k, v in first.params.items() if k != "shared_with"})
    for name in [name for name in canvas.weights if name.startswith(f"{owner}.")]:
        canvas.weights[first.id + name[len(owner) :]] = canvas.weights.pop(name)
    for node in rest:
        canvas.nodes[node.id] = node.replace(params={**node.params, "shared_with": first.id})


def _drop(canvas: Canvas, node_id: str) -> None:
    del canvas.nodes[node_id]
    canvas.links = [link for link in canvas.links if node_id not in (link.source, link.target)]
    for name in [name for name in canvas.weights if name.startswith(f"{node_id}.")]:
        del canvas.weights[name]


def _absorb_activation(canvas: Canvas, node: Node) -> None:
    """``Conv, ReLU`` becomes ``Conv · ReLU`` where nothing else reads what is between."""
    source = _only_source(canvas, node)
    if source is None or node.type not in _ACTIVATIONS or node.params or node.name:
        return
    kind = source.kind
    plain = kind.without_activation() if kind is not None else None
    if not plain or source.params.get("activation", "Linear") != "Linear":
        return
    if source.params.get("shared_with") or any(n.params.get("shared_with") == source.id for n in canvas.nodes.values()):
        return
    _merge(canvas, source, node, {**source.params, "activation": node.type})


def _absorb_last_step(canvas: Canvas, node: Node) -> None:
    """A recurrent layer of which only the last step is read gives the last step."""
    source = _only_source(canvas, node)
    if source is None or source.type not in _RECURRENT or node.type != "Select" or node.params.get("axis") != 0:
        return
    time = canvas.shapes[source.id][0].sizes[0]
    if (
        source.params.get("returns") != "sequence"
        or source.params.get("bidirectional")
        or source.params.get("shared_with")
    ):
        return
    if node.params.get("index") in (-1, time - 1):
        _merge(canvas, source, node, {**source.params, "returns": "last"})


def _only_source(canvas: Canvas, node: Node) -> Node | None:
    """The layer before ``node``, when ``node`` reads nothing else and nothing else reads that layer."""
    before = [link for link in canvas.links if link.target == node.id]
    if len(before) != 1 or sum(link.source == before[0].source for link in canvas.links) != 1:
        return None
    return canvas.nodes[before[0].source]


def _merge(canvas: Canvas, source: Node, node: Node, params: dict[str, object]) -> None:
    """``source`` takes the place of both."""
    canvas.nodes[source.id] = source.replace(params=params)
    canvas.shapes[source.id] = canvas.shapes[node.id]
    port = source.output_ports[0].name
    links = [
        Link(source=source.id, target=link.target, source_port=port, target_port=link.target_port)
        if link.source == node.id
        else link
        for link in canvas.links
        if link.target != node.id
    ]
    canvas.links = links
    del canvas.nodes[node.id], canvas.shapes[node.id]
