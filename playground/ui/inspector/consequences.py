"""What an entry in the form of a layer leads to, told while one types: the new shape, or what would break."""

from __future__ import annotations

from playground.core.language import tr
from playground.core.problems import Problem
from playground.core.shape import Shape
from playground.ui.project_session import ProjectSession


class Consequences:
    """Compares the network with what it was when the entry began."""

    def __init__(self, session: ProjectSession) -> None:
        self._session = session
        self._entry: tuple[str, object] | None = None
        self._shapes: tuple[Shape, ...] = ()
        self._errors: frozenset[tuple[str, ...]] = frozenset()

    def begin(self, node: str, entry: object) -> None:
        """``entry`` of the layer ``node`` goes on, or begins: then what is now is what it is compared with."""
        if self._entry != (node, entry):
            self._entry = (node, entry)
            self._shapes, self._errors = self._outputs(node), self._now_wrong()

    def told(self) -> str:
        """One sentence; empty where neither shape nor errors have changed."""
        if self._entry is None:
            return ""
        node = self._entry[0]
        graph, network = self._session.graph, self._session.network
        if node not in graph.by_id:
            return ""
        new = [p for p in self._session.check.problems if _is_error(p, network) and _named(p) not in self._errors]
        shapes = self._outputs(node)
        gives = ""
        if shapes and shapes != self._shapes:
            gives = tr("Gives {shape}.", shape=", ".join(str(shape) for shape in shapes))
        # what is wrong with the layer itself stands above its form
        behind = next((p for p in new if p.node in graph.by_id and p.node != node), None)
        if behind is not None:
            title = graph.by_id[str(behind.node)].title
            gives = f"{gives} {tr('{name} no longer fits: {problem}', name=title, problem=behind.message)}".strip()
        return gives

    def _outputs(self, node: str) -> tuple[Shape, ...]:
        facts = self._session.inference.facts.get(node)
        return facts.outputs if facts is not None else ()

    def _now_wrong(self) -> frozenset[tuple[str, ...]]:
        network = self._session.network
        return frozenset(_named(p) for p in self._session.check.problems if _is_error(p, network))


def _is_error(problem: Problem, network: str) -> bool:
    return problem.severity == "error" and problem.network == network


def _named(problem: Problem) -> tuple[str, ...]:
    """What tells a problem from others while its numbers change."""
    return (problem.code, problem.node or "")
