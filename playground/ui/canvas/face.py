"""What a card says: plain text and numbers from a node and what is known of it. No painting."""

from __future__ import annotations

from dataclasses import dataclass

from playground.core.graph import Node
from playground.core.infer import NodeFacts, Problem, Severity


@dataclass(frozen=True, slots=True)
class CardFace:
    """Everything that is drawn of a card. Two equal faces look the same, so nothing is repainted.

    ``family`` is None for a layer that this version does not know; ``sizes`` is its output shape, () when unknown.
    """

    name: str
    caption: str = ""
    count: str = ""
    shape: str = ""
    sizes: tuple[int, ...] = ()
    family: str | None = None
    mark: Severity | None = None


def card_face(node: Node, facts: NodeFacts, problems: tuple[Problem, ...] = (), data_title: str = "") -> CardFace:
    """The face of ``node``. ``data_title`` stands on layers that data enter through."""
    kind, layer = node.kind, node.layer
    caption = layer.caption() if layer else ""
    if kind is None:
        caption = "unknown layer"
    elif not kind.inputs and not caption:
        caption = data_title
    return CardFace(
        name=node.label,
        caption=caption,
        count=f"{facts.parameters:,}" if facts.parameters else "",
        shape=str(facts.shape) if facts.shape else "",
        sizes=facts.shape.sizes if facts.shape else (),
        family=kind.family if kind else None,
        mark=worst(problems),
    )


def worst(problems: tuple[Problem, ...]) -> Severity | None:
    """The severity of the mark on a layer."""
    if any(problem.severity == "error" for problem in problems):
        return "error"
    return "warning" if problems else None
