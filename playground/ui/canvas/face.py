"""What a card says: plain text and numbers from a node and what is known of it. No painting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF

from playground.core.blocks import block_of, port_title
from playground.core.graph import Flow, Graph, Node
from playground.core.infer import NodeFacts, Problem, Severity
from playground.core.language import tr
from playground.core.layer import Nested, Port
from playground.ui.canvas.geometry import CARD_HEIGHT, card_height, port_offset


@dataclass(frozen=True, slots=True)
class PortFace:
    """A port: its name in links, what people read, and whether it waits for a link that it does not need."""

    name: str
    title: str
    spare: bool = False


@dataclass(frozen=True, slots=True)
class Sides:
    """The ports of a card, inputs left and outputs right, each from above; ``down``: inputs above and outputs below,
    each from the left.
    """

    inputs: tuple[PortFace, ...] = ()
    outputs: tuple[PortFace, ...] = ()
    down: bool = False

    @property
    def height(self) -> float:
        return float(CARD_HEIGHT) if self.down else card_height(max(len(self.inputs), len(self.outputs)))

    def place(self, index: int, *, output: bool) -> QPointF:
        """Where a port is on the card."""
        count = len(self.outputs if output else self.inputs)
        return port_offset(index, count, output=output, down=self.down)


@dataclass(frozen=True, slots=True)
class CardFace:
    """Everything that is drawn of a card. Two equal faces look the same, so nothing is repainted.

    ``family`` is None for a layer that this version does not know; ``sizes`` is its output shape, () when unknown;
    ``stacked`` a card that stands for a network.
    """

    name: str
    caption: str = ""
    count: str = ""
    shape: str = ""
    sizes: tuple[int, ...] = ()
    family: str | None = None
    mark: Severity | None = None
    sides: Sides = Sides()
    stacked: bool = False


def card_face(
    node: Node, facts: NodeFacts, problems: tuple[Problem, ...] = (), data_title: str = "", sides: Sides | None = None
) -> CardFace:
    """The face of ``node``. ``data_title`` stands on layers that data enter through."""
    kind, block = node.kind, block_of(node)
    shape = facts.shape
    return CardFace(
        name=_block_name(node, block) if block else node.label,
        caption=_block_caption(node, block) if block else _caption(node, data_title),
        count=f"{facts.parameters:,}" if facts.parameters else "",
        shape=", ".join(dict.fromkeys(map(str, facts.outputs))),
        sizes=shape.sizes if shape else (),
        family=kind.family if kind else None,
        mark=worst(problems),
        sides=sides if sides is not None else sides_alone(node),
        stacked=kind is not None and kind.family == "block",
    )


def _caption(node: Node, data_title: str) -> str:
    if node.kind is None:
        return tr("unknown: {type}", type=node.type) if node.name else tr("unknown layer")
    caption = node.layer.caption() if node.layer else ""
    return caption or ("" if node.kind.inputs else data_title)


def _block_name(node: Node, block: Nested) -> str:
    """What a person called it, else the network that it shows."""
    return node.name or (_times(block) if block.network else node.label)


def _block_caption(node: Node, block: Nested) -> str:
    parts = [_times(block) if node.name and block.network else tr("block") if block.network else tr("shows no network")]
    return " · ".join([*parts, tr("shared weights")] if block.shared and block.repeat > 1 else parts)


def _times(block: Nested) -> str:
    return f"{block.network} × {block.repeat}" if block.repeat > 1 else block.network


def sides_of(graph: Graph, node: Node, networks: Mapping[str, Graph]) -> Sides:
    """The ports of a node of ``graph``; those of an unknown layer are what links name."""
    linked = {link.target_port for link in graph.incoming[node.id]}

    def face(port: Port) -> PortFace:
        return PortFace(port.name, port_title(networks, node, port.name), port.optional and port.name not in linked)

    inputs, outputs = graph.input_ports(node.id), graph.output_ports(node.id)
    down = graph.flow == "down"
    return Sides(tuple(face(port) for port in inputs), tuple(face(port) for port in outputs), down)


def sides_alone(node: Node, flow: Flow = "right") -> Sides:
    """The ports of a node that stands in no network yet."""
    return sides_of(Graph(nodes=(node,), flow=flow), node, {})


def worst(problems: tuple[Problem, ...]) -> Severity | None:
    """The severity of the mark on a layer."""
    if any(problem.severity == "error" for problem in problems):
        return "error"
    return "warning" if problems else None
