"""Projects that lessons begin with: small chains on data that come with the program."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from playground.core.graph import Graph, Link, Node
from playground.core.layer import REGISTRY
from playground.core.presets import in_language, load_preset
from playground.core.project import DataSettings, Project, TrainingSettings

_COLUMN = 232  # from card to card, as the presets stand


def chain(*layers: tuple[str, dict[str, Any]]) -> Graph:
    """Layers of these kinds and parameters, each linked to the next."""
    nodes: list[Node] = []
    for kind, params in layers:
        known = REGISTRY.get(kind)
        assert known is not None  # lessons name kinds that are there
        number = 1 + sum(node.type == kind for node in nodes)
        nodes.append(Node(id=f"{known.id_stem}{number}", type=kind, params=params, x=_COLUMN * len(nodes), y=0.0))
    links = tuple(Link(source=a.id, target=b.id) for a, b in pairwise(nodes))
    return Graph(nodes=tuple(nodes), links=links)


def on_digits(title: str, graph: Graph, *, limit: int | None = None, **training: Any) -> Project:
    """A classifier of the handwritten digits that come with the program; nothing has to be fetched."""
    return Project(
        title=title,
        networks={"Classifier": graph},
        data=DataSettings(dataset="digits", limit=limit),
        training=TrainingSettings(**training),
    )


def preset(name: str) -> Project:
    """A preset as the start page opens it."""
    return in_language(load_preset(name).project)


def on_the_digits_at_hand(project: Project) -> Project:
    """``project`` on the digits that come with the program instead of those that would have to be fetched."""
    return project.replace(data=project.data.replace(dataset="digits"))
