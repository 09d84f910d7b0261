"""What else must change when another data set is chosen, as one edit."""

from __future__ import annotations

import playground.layers  # noqa: F401  (registers the built-in layers)
from playground.core.edits import Edit, Macro, SetData, SetParams
from playground.core.graph import Graph
from playground.core.project import Project
from playground.training.datasets import DATASETS, Dataset
from playground.training.outputs import output_node, units_before


def edits_for_dataset(project: Project, name: str) -> Macro:
    """Choose the data set ``name``; inputs fixed to another shape follow it, the last layer gets a unit per class.

    Only what must change does: a network whose end is not clear is left to the Problems panel.
    Raises ``KeyError`` for a data set that is not known.
    """
    dataset = DATASETS[name]
    edits: list[Edit] = []
    if project.data.dataset != name:
        edits.append(SetData({"dataset": name}))
    for network, graph in project.networks.items():
        edits += _inputs(network, graph, dataset)
        edits += _units(network, graph, dataset)
    return Macro(tuple(edits), text=f"Use {dataset.title}")


def _inputs(network: str, graph: Graph, dataset: Dataset) -> list[Edit]:
    return [
        SetParams(network, node.id, following)
        for node in graph.nodes
        if node.layer is not None
        and not type(node.layer).inputs
        and (given := node.layer.source_shape(dataset.shape)) is not None
        and given.sizes != dataset.shape.sizes
        and (following := node.layer.following_data()) is not None
    ]


def _units(network: str, graph: Graph, dataset: Dataset) -> list[Edit]:
    end = output_node(graph)
    deciding = None if end is None else units_before(graph, end)
    if deciding is None or deciding.kind is None:
        return []
    wanted = deciding.kind.with_outputs(len(dataset.classes))
    if wanted is None or all(deciding.params.get(name) == value for name, value in wanted.items()):
        return []
    return [SetParams(network, deciding.id, wanted)]
