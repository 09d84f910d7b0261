"""Places on the canvas for what was imported: as if a person had asked for it to be arranged left to right."""

from __future__ import annotations

from playground.core.graph import Graph
from playground.core.layout.arranging import arranged
from playground.core.layout.edits import placed


def laid_out(graph: Graph) -> Graph:
    """``graph`` with places for all nodes, none on another."""
    return placed(graph, arranged(graph, "right"))
