"""Small networks for tests, made from plain data as a file would hold them."""

from __future__ import annotations

from typing import Any

import playground.layers  # noqa: F401  (registers the built-in layers)
from playground.core.graph import Graph, Link, Node
from playground.core.layer import REGISTRY
from playground.core.project import DataSettings, Project, TrainingSettings

Part = str | tuple[str, dict[str, Any]]


def node(kind: str, node_id: str | None = None, **params: Any) -> Node:
    """A node of ``kind``; without an id it is the first of its kind."""
    known = REGISTRY.get(kind)
    return Node(id=node_id or f"{known.id_stem if known else 'thing'}1", type=kind, params=params)


def chain(*parts: Part) -> Graph:
    """Layers one behind the other: ``chain("Input", "Flatten", ("Dense", {"units": 10}))``."""
    graph = Graph()
    for part in parts:
        kind, params = (part, {}) if isinstance(part, str) else part
        known = REGISTRY.get(kind)
        new = Node(id=graph.free_id(known.id_stem if known else "thing"), type=kind, params=params)
        links = graph.links
        if graph.nodes:
            links = (*links, Link(source=graph.nodes[-1].id, target=new.id))
        graph = Graph(nodes=(*graph.nodes, new), links=links)
    return graph


def project(graph: Graph, *, data: dict[str, Any] | None = None, **training: Any) -> Project:
    """``graph`` as the only network, on the bundled digits unless ``data`` says otherwise."""
    return Project(
        networks={"Classifier": graph}, data=DataSettings(**(data or {})), training=TrainingSettings(**training)
    )


def classifier(**training: Any) -> Project:
    """The smallest network that can train on the digits."""
    return project(chain("Input", "Flatten", ("Dense", {"units": 10})), **training)
