"""Whether an edited project would still train as the run does."""

from __future__ import annotations

from playground.core.project import Project


def trains_alike(one: Project, other: Project) -> bool:
    """Whether two projects train the same way. Places and names do not matter; the learning rate may change live."""
    return _what_trains(one) == _what_trains(other)


def _what_trains(project: Project) -> tuple[object, ...]:
    networks = {
        name: ([(node.id, node.type, node.params) for node in graph.nodes], graph.links)
        for name, graph in project.networks.items()
    }
    training = project.training.model_copy(update={"learning_rate": 1.0})
    return networks, project.task, project.main_network, project.data, training
