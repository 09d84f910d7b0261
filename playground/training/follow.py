"""What else must change when another data set is chosen, as one edit."""

from __future__ import annotations

import playground.layers  # noqa: F401  (registers the built-in layers)
from playground.core.edits import Edit, Macro, SetData, SetParams, SetTraining
from playground.core.graph import Graph
from playground.core.language import mark, tr
from playground.core.project import DataSettings, Preparation, Project
from playground.training.datasets import DATASETS, Dataset, describe
from playground.training.losses import LOSSES, usual_loss
from playground.training.outputs import output_node, units_before
from playground.training.requirements import Wanted
from playground.training.tasks import task_of


def edits_for_dataset(project: Project, name: str) -> Macro:
    """Choose the data set ``name`` as it comes; see ``edits_for_data``. Raises ``KeyError`` for one not known."""
    if name == project.data.dataset:
        return edits_for_data(project, project.data)
    chosen = project.data.replace(dataset=name, params={}, preparation=Preparation())
    before, after = describe(project.data), describe(chosen)
    if before is not None and after is not None and before.look == after.look:
        # columns are others now; that they are scaled is not
        chosen = chosen.replace(preparation=Preparation(scaling=project.data.preparation.scaling))
    return edits_for_data(project, chosen, tr("Use {title}", title=tr(DATASETS[name].title)))


def edits_for_data(project: Project, data: DataSettings, text: str = mark("Change data")) -> Macro:
    """Use ``data``; inputs fixed to another shape follow them, the last layer gets the units that the target needs, a
    loss that does not fit the target, or was there for a target of another kind, gives way to the usual one.

    Only what must change does: a network whose end is not clear is left to the Problems panel.
    """
    changes = {n: getattr(data, n) for n in type(data).model_fields if getattr(data, n) != getattr(project.data, n)}
    edits: list[Edit] = [SetData(changes)] if changes else []
    dataset = describe(data)
    if dataset is None:
        return Macro(tuple(edits), text=text)
    loss = fitting_loss(project.training.loss, dataset)
    before = describe(project.data)
    if task_of(project).predicts_target and before is not None and before.target.kind != dataset.target.kind:
        loss = usual_loss(dataset.target)  # squared errors, say, that came with numbers are not meant for classes
    if loss != project.training.loss:
        edits.append(SetTraining({"loss": loss}))
    wanted = Wanted.of(dataset, loss) if task_of(project).predicts_target else None
    for network, graph in project.networks.items():
        edits += _inputs(network, graph, dataset)
        if wanted is not None and network == project.main_network:
            edits += _units(network, graph, wanted)
    return Macro(tuple(edits), text=text)


def fitting_loss(loss: str, dataset: Dataset) -> str:
    """``loss`` where it fits the target, else the one that is usual for it."""
    known = LOSSES.get(loss)
    fits = known is None or dataset.target.kind == "none" or dataset.target.kind in known.targets
    return loss if fits else usual_loss(dataset.target)


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


def _units(network: str, graph: Graph, wanted: Wanted) -> list[Edit]:
    end = output_node(graph)
    deciding = None if end is None else units_before(graph, end)
    if deciding is None or deciding.kind is None or not wanted.is_vector:
        return []
    choices = [deciding.kind.with_outputs(size) for (size,) in wanted.sizes]
    if None in choices or any(all(deciding.params.get(k) == v for k, v in (c or {}).items()) for c in choices):
        return []
    return [SetParams(network, deciding.id, choices[-1] or {})]
