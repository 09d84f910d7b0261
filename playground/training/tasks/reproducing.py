"""What autoencoders of all kinds ask: numbers in, as many numbers out, and an end that can reach them."""

from __future__ import annotations

import math
from collections.abc import Iterator

from playground.core.edits import AddNodes, Edit, Macro, Remove, SetData, SetParams
from playground.core.graph import Graph, Link, Node
from playground.core.infer import Inference
from playground.core.language import mark, tr
from playground.core.problems import Fix, Problem, setting
from playground.core.project import Preparation, Project, Scaling
from playground.training.datasets import Dataset
from playground.training.endings import last_activation
from playground.training.outputs import marked
from playground.training.requirements import Wanted, one_result
from playground.training.upstream import results

Interval = tuple[float, float]
_STEP = 232.0  # from card to card
ANY: Interval = (-math.inf, math.inf)
# What an activation at the very end can give.
_REACH: dict[str, Interval] = {
    "Sigmoid": (0.0, 1.0), "Softmax": (0.0, 1.0), "Tanh": (-1.0, 1.0), "Softsign": (-1.0, 1.0), "ReLU": (0.0, math.inf),
    "ReLU6": (0.0, 6.0), "Softplus": (0.0, math.inf), "LogSoftmax": (-math.inf, 0.0),
}  # fmt: skip
_SCALED: dict[Scaling, Interval] = {"minmax": (0.0, 1.0), "symmetric": (-1.0, 1.0), "standardize": ANY}


_SCALE: dict[Scaling, str] = {
    "minmax": mark("Scale inputs to 0 to 1"),
    "symmetric": mark("Scale inputs to −1 to 1"),
    "standardize": mark("Scale inputs to mean 0 and deviation 1"),
    "none": mark("Scale inputs to nothing"),
}


def input_interval(dataset: Dataset, preparation: Preparation) -> Interval | None:
    """Where prepared samples lie, as far as that is known; None where nobody has said."""
    found = {_SCALED.get(how, dataset.range) for how in (preparation.scaling, *preparation.columns.values())}
    known = [interval for interval in found if interval is not None]
    if len(known) < len(found):
        return None
    return min(low for low, _ in known), max(high for _, high in known)


def reproduces(project: Project, name: str, inference: Inference, dataset: Dataset | None) -> Iterator[Problem]:
    """One Input that takes a sample, one end that gives as many numbers."""
    if dataset is not None and dataset.shape.whole:
        yield Problem(
            "error",
            "ids",
            tr("{title} consists of words, which cannot be reproduced as numbers.", title=dataset.title),
            tr("Choose images, points, a table or sequences."),
        )
        return
    yield from one_result(project, name, inference, dataset, as_many(project.networks[name], inference, dataset))


def as_many(graph: Graph, inference: Inference, dataset: Dataset | None) -> Wanted | None:
    """As many numbers as a sample has: in its shape, or in a row."""
    if dataset is None:
        return None
    end, row = end_of(graph), (dataset.shape.count,)
    shape = None if end is None else inference.facts[end.id].shape
    in_a_row = shape is None or shape.is_vector
    sizes = (row, dataset.shape.sizes) if in_a_row else (dataset.shape.sizes, row)
    what = mark("a sample of {title} has {count:,} numbers ({shape})")
    if dataset.shape.is_vector:
        what = mark("a sample of {title} has {count:,} numbers")
    return Wanted(sizes, tr(what, title=dataset.title, count=dataset.shape.count, shape=dataset.shape))


def end_of(graph: Graph) -> Node | None:
    """The layer whose values are the result; None when there is none or more than one."""
    ends = results(graph)
    return marked(graph, ends[0]) if len(ends) == 1 else None


def in_unit_interval(project: Project, dataset: Dataset | None, what: str) -> Iterator[Problem]:
    """Inputs are read as probabilities: an error where they are known to lie elsewhere, a warning where that is not
    known.
    """
    interval = None if dataset is None else input_interval(dataset, project.data.preparation)
    if dataset is None or (interval is not None and interval[0] >= 0 and interval[1] <= 1):
        return
    known = mark("{what} reads inputs as probabilities from 0 to 1, but those of {title} lie elsewhere.")
    unknown = mark("{what} reads inputs as probabilities from 0 to 1, but those of {title} may lie elsewhere.")
    yield Problem(
        "warning" if interval is None else "error", "unit-interval",
        tr(unknown if interval is None else known, what=what, title=dataset.title),
        tr("Scale them with minmax (Data, preparation)."), field="scaling", fix=scaling(project, "minmax"),
    )  # fmt: skip


def scaling(project: Project, how: Scaling) -> Fix:
    """The fix that scales all inputs alike."""
    prepared = project.data.preparation.replace(scaling=how, columns={})
    return Fix(tr(_SCALE[how]), SetData({"preparation": prepared}))


def within_reach(project: Project, name: str, dataset: Dataset | None) -> Iterator[Problem]:
    """A warning when the last activation cannot give every number that the samples have."""
    graph = project.networks[name]
    end = end_of(graph)
    found = None if end is None else last_activation(graph, end)
    if dataset is None or found is None:
        return
    node, activation = found
    reach = _REACH.get(type(activation).type_name)
    interval = input_interval(dataset, project.data.preparation) or ANY
    if reach is None or (reach[0] <= interval[0] and interval[1] <= reach[1]):
        return
    title, low, high = type(activation).title, *(_told(bound) for bound in reach)
    fix = {"Sigmoid": scaling(project, "minmax"), "Tanh": scaling(project, "symmetric")}.get(title)
    if fix is None and node.layer is not None and (linear := node.layer.without_activation()):
        fix = setting(name, node.id, linear)
    yield Problem(
        "warning",
        "bounded-end",
        tr(
            "{title}: its {title2} gives numbers from {low} to {high}, but {title3} has others.",
            title=node.title,
            title2=tr(title),
            low=low,
            high=high,
            title3=dataset.title,
        ),
        tr("Scale the inputs so that they lie there, or leave the last layer without an activation."),
        name,
        node.id,
        fix=fix,
    )


def sigmoid_end(project: Project, name: str, what: str) -> Iterator[Problem]:
    """A warning when what the loss reads as probabilities does not leave the network as such; an error when a Sigmoid
    stands before the end, where the one of the loss would be applied to it again.
    """
    graph = project.networks[name]
    end = end_of(graph)
    if end is None or end.layer is None or end.layer.final_activation() == "sigmoid":
        return
    holder = last_activation(graph, end)
    if holder is not None and type(holder[1]).type_name == "Sigmoid":
        yield _sigmoid_too_early(graph, name, holder[0], end, what)
        return
    fix = setting(name, end.id, {"activation": "Sigmoid"}) if "activation" in type(end.layer).model_fields else None
    yield Problem(
        "warning",
        "loss-activation",
        tr("{title}: {what} reads probabilities, but it does not end in a Sigmoid.", title=end.title, what=what),
        tr("End in Sigmoid: it is not applied twice, and what is shown and exported lies between 0 and 1."),
        name,
        end.id,
        "activation" if fix else None,
        fix,
    )


def _sigmoid_too_early(graph: Graph, name: str, holder: Node, end: Node, what: str) -> Problem:
    """Only a Sigmoid at the very end is left out for the loss."""
    linear = holder.layer.without_activation() if holder.layer is not None else None
    last = Node(id=graph.free_id("sigmoid"), type="Sigmoid", x=end.x + _STEP, y=end.y)
    away = SetParams(name, holder.id, linear) if linear else Remove(name, frozenset({holder.id}), heal=True)
    edits: tuple[Edit, ...] = (away, AddNodes(name, (last,), (Link(source=end.id, target=last.id),)))
    movable = not graph.outgoing[end.id]  # what an Output marks is moved by hand
    fix = Fix(tr("Move the Sigmoid to the end"), Macro(edits, tr("Move the Sigmoid to the end"))) if movable else None
    return Problem(
        "error",
        "sigmoid-twice",
        tr(
            "{title}: its Sigmoid stands before {title2}, so {what} would apply it again.",
            title=holder.title,
            title2=end.title,
            what=what,
        ),
        tr("Put the Sigmoid at the very end: there it is applied once."),
        name,
        holder.id,
        "activation" if linear else None,
        fix,
    )


def _told(bound: float) -> str:
    return {-math.inf: "−∞", math.inf: "∞"}.get(bound, f"{bound:g}".replace("-", "−"))
