"""Would this link do? The graph's refusal first, then a trial of the target's shape rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from playground.core.graph import Graph, Link
from playground.core.infer import NodeFacts
from playground.core.shape import Shape, ShapeError


@dataclass(frozen=True, slots=True)
class Verdict:
    """``refusal``: it cannot be made. ``doubt``: it can, but the shape does not fit. ``shape``: what comes out."""

    refusal: str | None = None
    doubt: str | None = None
    shape: Shape | None = None


def judge(graph: Graph, facts: Mapping[str, NodeFacts], link: Link) -> Verdict:
    """Look at ``link`` before it is made. ``graph`` is without the link that it would replace."""
    refusal = graph.refusal(link)
    if refusal is not None:
        return Verdict(refusal)
    target = graph.by_id[link.target]
    trial = graph.replace(links=(*graph.links, link))
    inputs = [facts[into.source].shape for into in trial.inputs_of(link.target) if into.source in facts]
    known = [shape for shape in inputs if shape is not None]
    if target.layer is None or len(known) < len(trial.incoming[link.target]):
        return Verdict()
    try:
        return Verdict(shape=target.layer.output_shape(*known))
    except ShapeError as error:
        return Verdict(doubt=f"{target.title} {error.message}. {error.hint}".strip())
