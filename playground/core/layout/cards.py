"""Sizes of what stands on a canvas, as it is drawn, and where its ports are. ``ui/canvas/geometry`` draws by them."""

from __future__ import annotations

from playground.core.framing import CARD, SHAPE_LINE
from playground.core.graph import Graph, Link

__all__ = ["SHAPE_LINE", "WIDTH", "aside", "card_height", "enters_at", "leaves_at"]

WIDTH, LEAST_HEIGHT = CARD
PORTS_TOP, PORT_STEP, PORTS_BOTTOM = 66.0, 24.0, 14.0


def card_height(graph: Graph, node: str) -> float:
    """Of the card of ``node`` without the shape under it."""
    ports = max(len(graph.input_ports(node)), len(graph.output_ports(node)))
    return max(LEAST_HEIGHT, PORTS_TOP + (ports - 1) * PORT_STEP + PORTS_BOTTOM)


def leaves_at(graph: Graph, link: Link) -> float:
    """How far under the top of its card ``link`` leaves it."""
    return _port([port.name for port in graph.output_ports(link.source)], link.source_port)


def enters_at(graph: Graph, link: Link) -> float:
    """How far under the top of its card ``link`` enters it."""
    return _port([port.name for port in graph.input_ports(link.target)], link.target_port)


def aside(graph: Graph, link: Link) -> tuple[float, float]:
    """Where data flow downwards: how far right of their cards' left edges ``link`` leaves and enters."""
    out, into = graph.output_ports(link.source), graph.input_ports(link.target)
    return (
        _along_edge([port.name for port in out], link.source_port),
        _along_edge([port.name for port in into], link.target_port),
    )


def _along_edge(names: list[str], name: str) -> float:
    return WIDTH * (names.index(name) + 1) / (len(names) + 1) if name in names else WIDTH / 2


def _port(names: list[str], name: str) -> float:
    if len(names) < 2 or name not in names:
        return LEAST_HEIGHT / 2
    return PORTS_TOP + names.index(name) * PORT_STEP
