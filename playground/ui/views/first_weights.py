"""A run that has not begun, as the histograms know it: its layers, and no epoch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from playground.core.blocks import block_of
from playground.core.graph import Graph
from playground.core.language import mark, tr
from playground.core.project import Project
from playground.telemetry.run_history import RunHistory
from playground.training.check import Check
from playground.training.tasks import task_of

BEFORE = mark("Before training")


class FirstRun:
    """``run`` has the layers with weights, ``paths`` are those of all layers in the order in which they run.

    They have the network's name before them where several train, as those of a run.
    """

    def __init__(self) -> None:
        self.run = RunHistory(label=tr(BEFORE))
        self.paths: tuple[str, ...] = ()
        self._of: Project | None = None

    def show(self, project: Project, check: Check) -> None:
        """Have the layers of ``project``; ``check`` knows their weights."""
        if project is self._of:
            return
        self._of = project
        self.run.layers = {}
        names = [name for name in task_of(project).trains(project) if name in project.networks]
        found: list[str] = []
        for name in names:
            graph, front = project.networks[name], f"{name}." if len(names) > 1 else ""
            facts = check.networks[name].facts if name in check.networks else {}
            for path in _paths(graph, project.networks):
                found.append(front + path)
                if path in facts and facts[path].parameters:
                    self.run.layers[front + path] = (f"{name}: " if front else "") + graph.by_id[path].title
        self.paths = tuple(found)


def _paths(graph: Graph, networks: Mapping[str, Graph]) -> Iterator[str]:
    """Of all layers but the Outputs; what is in a block comes after it."""
    for node in (graph.by_id[each] for each in graph.order):
        if node.kind is None or node.kind.role == "exit":
            continue
        yield node.id
        block = block_of(node)
        inside = networks.get(block.network) if block is not None else None
        if inside is not None:
            yield from (f"{node.id}.{path}" for path in _paths(inside, networks) if path not in inside.entrances)
