"""What a lesson can see of the window: the network, the runs, the views. It changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.core.graph import Graph, Node
from playground.core.project import Project

if TYPE_CHECKING:
    from playground.telemetry.run_history import RunHistory
    from playground.ui.main_window import MainWindow


class Facts:
    """Reads the window anew at every call. ``forget`` sets the mark from which runs count as made in this step."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._earlier: RunHistory | None = None
        self._epochs_before = 0

    def forget(self) -> None:
        """A step begins: ``new_epochs`` counts from here."""
        self._earlier = self.run
        self._epochs_before = self.epochs

    # --- the network ---

    @property
    def project(self) -> Project:
        return self._window.session.project

    @property
    def graph(self) -> Graph:
        """The network that trains."""
        return self.project.networks[self.project.main_network]

    @property
    def shown_network(self) -> str:
        """The name of the one on the canvas."""
        return self._window.session.network

    def flow(self) -> list[Node]:
        """The layers that data from an Input reaches, in the order in which it does."""
        return reached(self.graph)

    def has(self, *kinds: str) -> bool:
        """Whether data flows through layers of these kinds, in this order."""
        wanted = list(kinds)
        for node in self.flow():
            if wanted and node.type == wanted[0]:
                wanted.pop(0)
        return not wanted

    def count(self, kind: str) -> int:
        """How many layers of a kind data flows through."""
        return sum(node.type == kind for node in self.flow())

    def number(self, kind: str, field: str) -> float | None:
        """What the first layer of ``kind`` between the ends of the network has there; None where there is none."""
        node = next((node for node in self.flow() if node.type == kind), None)
        value = None if node is None or node.layer is None else getattr(node.layer, field, None)
        return value if isinstance(value, (int, float)) else None

    @property
    def parameters(self) -> int:
        """Of the network that trains; 0 while its shapes are not known."""
        found = self._window.session.check.networks.get(self.project.main_network)
        return 0 if found is None else found.parameters

    @property
    def errors(self) -> int:
        """Problems that stand in the way of Run."""
        return sum(problem.severity == "error" for problem in self._window.session.check.problems)

    def selected(self, kind: str) -> bool:
        """Whether a layer of that kind is selected on the canvas."""
        graph = self._window.session.graph
        return any(graph.by_id[key].type == kind for key in self._window.session.selection if key in graph.by_id)

    # --- the runs ---

    @property
    def run(self) -> RunHistory | None:
        """The current one."""
        return self._window.plots.runs.current

    @property
    def runs(self) -> list[RunHistory]:
        """All that are known, the oldest first."""
        log = self._window.plots.runs
        return [*log.earlier, *([log.current] if log.current is not None else [])]

    @property
    def trained(self) -> Project | None:
        """What the current run trains, or trained."""
        return self._window.controller.run_project

    @property
    def state(self) -> str:
        """Of the run: "idle", "preparing", "running", "paused", …"""
        return self._window.controller.state

    @property
    def epochs(self) -> int:
        """Ended epochs of the current run."""
        return 0 if self.run is None or not self.run.epochs else self.run.epochs[-1].epoch

    @property
    def new_epochs(self) -> int:
        """Those that ended since the step began."""
        return self.epochs - (self._epochs_before if self.run is self._earlier else 0)

    @property
    def pace(self) -> float:
        """Seconds from step to step in slow motion; 0 at full speed."""
        return self._window.controller.pace

    def metric(self, name: str, *, validation: bool = True) -> float | None:
        """Of the last epoch; None before one has ended."""
        if self.run is None or not self.run.epochs:
            return None
        last = self.run.epochs[-1]
        found = last.validation if validation else last.train
        return None if found is None else found.get(name)

    def view_open(self, name: str) -> bool:
        """Whether a view of the catalogue, or a tab of the shell, is in sight."""
        docks = self._window.workbench.docks
        view = docks.open_views.get(name)
        return view is not None and view.isVisible()


def reached(graph: Graph) -> list[Node]:
    """The layers of ``graph`` that lie behind an entrance, or are one, each behind what feeds it."""
    found: set[str] = set(graph.entrances)
    for node_id in graph.order:
        if any(link.source in found for link in graph.incoming[node_id]):
            found.add(node_id)
    return [graph.by_id[node_id] for node_id in graph.order if node_id in found]
