"""Which network and which layer of it the space of codes is shown of."""

from __future__ import annotations

from playground.core.graph import Graph
from playground.core.project import Project
from playground.ui.views.bench import Bench

_CODED = frozenset({"autoencoder", "vae"})


class Place:
    """Follows the canvas. Without ``chosen_mode`` a network that has a code of its own shows that, any other the layer
    that is selected, if one is. ``layer_wanted`` is a path that was asked for.
    """

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self.chosen_mode = ""
        self.layer_wanted = ""

    @property
    def network(self) -> str | None:
        """The outermost network on the canvas; None where the run does not have it."""
        project: Project | None = self._bench.controller.shown_project
        steps = self._bench.canvas.view.trail.steps
        name = steps[0].network if steps else self._bench.session.network
        return name if project is not None and name in project.networks else None

    @property
    def mode(self) -> str:
        """ "own" or "selected"."""
        if self.layer_wanted:
            return "selected"
        if self.chosen_mode:
            return self.chosen_mode
        project: Project | None = self._bench.controller.shown_project
        graph = project.networks.get(self.network or "", Graph()) if project is not None else Graph()
        noise = any(node.type == "Noise" for node in graph.nodes)
        coded = project is not None and project.task.type in _CODED
        return "own" if noise or coded else "selected"

    @property
    def shown_mode(self) -> str:
        """The same, of what there is to be seen: without a selected layer it is the network's own code."""
        return self.mode if self.layer or self.chosen_mode else "own"

    @property
    def layer(self) -> str:
        """Its path; "" for the network's own code."""
        if self.layer_wanted:
            return self.layer_wanted
        session = self._bench.session
        selected = [node for node in session.selection if node in session.graph.by_id]
        if self.mode != "selected" or len(selected) != 1:
            return ""
        node = session.graph.by_id[selected[0]]
        if node.kind is not None and node.kind.role == "exit":
            return ""
        prefix = "".join(f"{step.node}." for step in self._bench.canvas.view.trail.steps)
        return prefix + node.id
