"""Layers in trouble among the problems: while it trains, told once it has held for a while, and taken away once it is
over for a while.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from playground.core.blocks import locate
from playground.core.graph import Node
from playground.core.problems import Problem, setting
from playground.core.project import Project
from playground.protocol import LayerHealth

HEALTH = "health"  # the code of such problems
HOLDS = 2  # looks in a row: a mark that comes and goes tells nothing


@dataclass
class _Course:
    """Of one layer: what is shown, and for how many looks in a row something else has been so."""

    shown: LayerHealth
    other: str = ""
    looks: int = 0


class Course:
    """What is to be told of each layer of a network, by path, look after look."""

    def __init__(self) -> None:
        self._courses: dict[str, _Course] = {}

    def look(self, layers: Mapping[str, LayerHealth]) -> None:
        """Another look, at other weights than the last."""
        for path in [path for path in self._courses if path not in layers]:
            del self._courses[path]
        for path, found in layers.items():
            course = self._courses.setdefault(path, _Course(LayerHealth()))
            if found.trouble == course.shown.trouble:
                course.shown, course.looks = found, 0
                continue
            course.looks = course.looks + 1 if found.trouble == course.other else 1
            course.other = found.trouble
            if course.looks >= HOLDS:
                course.shown, course.looks = found, 0

    def settle(self, layers: Mapping[str, LayerHealth]) -> None:
        """What was found of weights that do not change."""
        self._courses = {path: _Course(found) for path, found in layers.items()}

    def forget(self) -> None:
        self._courses.clear()

    @property
    def troubles(self) -> dict[str, LayerHealth]:
        """Those that are to be told."""
        return {path: course.shown for path, course in self._courses.items() if course.shown.trouble}


def problems_of(troubles: Mapping[str, LayerHealth], network: str, trained: Project, now: Project) -> list[Problem]:
    """``troubles`` of ``network`` as warnings about the layers of ``now`` that are still those that ``trained`` has.

    Of a block's layer that stands for several, the first trouble is told.
    """
    found: dict[tuple[str, str], Problem] = {}
    for path, health in troubles.items():
        host, node_id = place = locate(trained.networks, network, path)
        node = _same(trained, now, host, node_id)
        if node is not None and place not in found:
            message = f"{node.title}: {health.message}"
            fix = None
            if health.trouble == "dead" and node.params.get("activation") == "ReLU":
                fix = setting(host, node_id, {"activation": "LeakyReLU"})
            found[place] = Problem("warning", HEALTH, message, health.hint, host, node_id, fix=fix)
    return list(found.values())


def _same(trained: Project, now: Project, network: str, node_id: str) -> Node | None:
    """The node as it is now, if it is the layer that trains."""
    graphs = (project.networks.get(network) for project in (trained, now))
    known, drawn = (graph.by_id.get(node_id) if graph is not None else None for graph in graphs)
    if known is None or drawn is None:
        return None
    return drawn if known is drawn or (known.type, known.params) == (drawn.type, drawn.params) else None
