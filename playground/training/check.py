"""Can this project train, and would an expert let it? Facts of every network, and all problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import playground.layers  # noqa: F401  (registers the built-in layers)
from playground.core.blocks import block_of, uses
from playground.core.graph import Graph
from playground.core.infer import Inference, infer
from playground.core.problems import Problem
from playground.core.project import Project
from playground.core.shape import Shape
from playground.training import requirements
from playground.training.advice import advise_network
from playground.training.data_problems import data_problems
from playground.training.datasets import Dataset, describe
from playground.training.memory import machine_memory
from playground.training.options import option_problems
from playground.training.tasks import settings_problems, task_of

__all__ = ["Check", "check", "machine_memory"]


@dataclass(frozen=True, slots=True)
class Check:
    """What is known of a project: facts for each network, and all problems, errors first."""

    networks: dict[str, Inference]
    problems: tuple[Problem, ...]
    dataset: Dataset | None
    main: str

    @property
    def ok(self) -> bool:
        """Whether Run may start: warnings do not stop it."""
        return not any(problem.severity == "error" for problem in self.problems)

    @property
    def parameters(self) -> int:
        """Learned numbers of the network that trains, blocks included."""
        return self.networks[self.main].parameters


def check(project: Project, memory: int | None = None, previous: Check | None = None) -> Check:
    """Everything that can be said without building the model. ``memory`` in bytes; by default the machine's.

    What ``previous`` found for layers that did not change is kept.
    """
    dataset = describe(project.data)
    networks = _infer_all(project, dataset.shape if dataset else None, previous)
    task = task_of(project)
    main, memory = task.main(project), machine_memory() if memory is None else memory
    problems = [*_all_problems(project, networks, dataset, memory)]
    problems.sort(key=lambda problem: problem.severity != "error")
    return Check(networks, tuple(problems), dataset, main)


def _all_problems(
    project: Project, networks: Mapping[str, Inference], dataset: Dataset | None, memory: int
) -> Iterator[Problem]:
    task = task_of(project)
    trained = task.trains(project)
    used = [name for name in networks if any(uses(project.networks, root, name) for root in trained)]
    for name, inference in networks.items():
        # what stands nowhere in the networks that train does not stop them
        yield from (p if name in used else replace(p, severity="warning") for p in inference.problems)
    yield from settings_problems(project)
    yield from task.problems(project, networks, dataset)
    for name in used:
        yield from requirements.smallest_batch(project, name, networks[name], dataset)
    for name in trained:
        yield from requirements.memory_needed(project, name, networks[name], dataset, memory)
    yield from task.advice(project, networks, dataset)
    for name in used:
        yield from advise_network(project, name, networks[name], dataset)
    yield from requirements.settings(project, dataset)
    yield from data_problems(project)
    yield from option_problems(project, task, dataset)


def _infer_all(project: Project, shape: Shape | None, previous: Check | None) -> dict[str, Inference]:
    """Every network's facts. One that stands as a block in another is looked at there, with what it is fed there."""
    main = project.main_network
    known = previous.networks if previous is not None else {}
    found: dict[str, Inference] = {}
    pending = sorted(project.networks, key=lambda name: (name != main, _depth(project.networks, name)))
    for name in pending:
        if name not in found:
            given = infer(project.networks[name], name, shape, networks=project.networks, previous=known.get(name))
            found[name] = given
            _collect(project.networks[name], given, project.networks, found)
    return {name: found[name] for name in project.networks}


def _collect(graph: Graph, inference: Inference, networks: Mapping[str, Graph], found: dict[str, Inference]) -> None:
    """Note the facts of the networks that stand in ``graph``: those of their first use."""
    for node in graph.nodes:
        block, inner = block_of(node), inference.facts[node.id].inner
        if block is not None and inner and block.network not in found:
            shown = next((run for run in inner if not run.ok), inner[0])
            found[block.network] = shown
            _collect(networks[block.network], shown, networks, found)


def _depth(networks: Mapping[str, Graph], name: str) -> int:
    """How many other networks show this one: hosts are looked at before what stands in them."""
    return sum(other != name and uses(networks, other, name) for other in networks)
