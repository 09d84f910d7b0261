"""Which network of a run the canvas shows, and which of its layers are those of the run."""

from __future__ import annotations

from collections.abc import Callable

from playground.core.graph import Graph
from playground.core.project import Project
from playground.ui.canvas.panel import CanvasPanel
from playground.ui.project_session import ProjectSession


class OnCanvas:
    """``project`` gives what the weights belong to that are looked at; an edit counts from the next run on."""

    def __init__(self, panel: CanvasPanel, session: ProjectSession, project: Callable[[], Project | None]) -> None:
        self._trail, self._session, self._project = panel.view.trail, session, project

    @property
    def network(self) -> str | None:
        """The network that is looked into, also through a block; None where the run has none of that name."""
        project, shown = self._project(), self._session.network
        if project is None or shown not in project.networks:
            return None
        steps = self._trail.steps
        network = steps[0].network if steps else shown
        return network if network in project.networks else None

    def path(self, node: str) -> str:
        """Of a node on the canvas, from the network that is looked into: "block1.conv2" inside a block."""
        return "".join(f"{step.node}." for step in self._trail.steps) + node

    def fits(self, node: str) -> bool:
        """Whether the layer on the canvas is the one that trains."""
        project = self._project()
        trained: Graph | None = project.networks.get(self._session.network) if project is not None else None
        known, drawn = (graph.by_id.get(node) if graph else None for graph in (trained, self._session.graph))
        if known is None or drawn is None:
            return False
        return known is drawn or (known.type, known.params) == (drawn.type, drawn.params)
