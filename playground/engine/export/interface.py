"""What goes into an exported model and what comes out, by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playground.core.plan import Feed, Plan
from playground.engine.export.prepared import as_data, prepares
from playground.engine.trained import TrainedModel
from playground.training.datasets.own import shortened
from playground.training.outputs import final_activation

_MOST_NAMES = 12
_OUTPUTS = {"values": "values", "code": "code", "labels": "labels"}


@dataclass(frozen=True)
class Interface:
    """``names`` of the inputs in the order of ``feeds``, and of the ``outputs``; ``plan`` is what is exported."""

    plan: Plan
    names: tuple[str, ...]
    outputs: tuple[str, ...]

    @property
    def feeds(self) -> tuple[Feed, ...]:
        return self.plan.feeds


def interface_of(model: TrainedModel) -> Interface:
    """The plain case has the plain names ``input`` and what ``single_output`` says; else nodes give theirs."""
    graph = model.project.networks[model.network]
    plan = model.plan()
    names = ("input",) if len(plan.feeds) == 1 else tuple(feed.name for feed in plan.feeds)
    if len(plan.outputs) == 1:
        return Interface(plan, names, (single_output(model),))
    if len(plan.outputs) == len(graph.exits):
        found = list(graph.exits)
    else:
        found = [ref.name if ref.index is None else f"{ref.name}_{ref.index + 1}" for ref in plan.outputs]
    # a value may go out twice, or go out as it came in; every name may stand only once
    outputs: list[str] = []
    for name in found:
        unique, number = name, 2
        while unique in names or unique in outputs:
            unique, number = f"{name}_out{number}", number + 1
        outputs.append(unique)
    return Interface(plan, names, tuple(outputs))


def single_output(model: TrainedModel) -> str:
    """A network as drawn gives probabilities when its last layer is a Softmax or Sigmoid, else scores; or values, a
    code, samples like those of the data.
    """
    if model.tells in ("values", "code"):
        return _OUTPUTS[model.tells]
    if model.tells == "data":
        return "reconstruction" if model.takes_data else "generated"
    drawn = final_activation(model.project.networks[model.network])
    return "probabilities" if drawn in ("softmax", "sigmoid") else "scores"


def describe(model: TrainedModel, interface: Interface) -> str:
    """One line: shapes and kinds of what goes in and out."""
    given = "; ".join(
        f"{name}: batch × {feed.shape}, {'int64' if feed.shape.whole else 'float32'}"
        for name, feed in zip(interface.names, interface.feeds, strict=True)
    )
    if len(interface.outputs) == 1:
        name = interface.outputs[0]
        return f"{given}; output: batch × {model.given} {name if name != 'generated' else 'generated samples'}"
    return f"{given}; output: {', '.join(interface.outputs)}"


def meaning(model: TrainedModel) -> tuple[str, ...]:
    """Lines for people: the columns of a table in order, its categories, names of the outputs, units."""
    found = []
    features = input_names(model)
    if features:
        found.append(f"columns in order: {shortened(features, _MOST_NAMES)}")
    kinds = {name.partition("=")[0] for name in _one_hot(model)}
    if kinds:
        found.append(f"one-hot columns (1 for the category, else 0): {shortened(sorted(kinds), _MOST_NAMES)}")
    if model.names and model.tells in ("classes", "labels", "values"):
        found.append(f"{model.tells} in order: {shortened(model.names, _MOST_NAMES)}")
    if model.words and model.takes_data:
        found.append(f"ids: 0 fills up, 1 is an unknown word, then the {len(model.words):,} words in order")
    if prepares(model):
        found.append(f"takes and gives the units of the data: {units(model)}")
    return tuple(found)


def units(model: TrainedModel) -> str:
    """In words what the exported model does to samples and results by itself."""
    parts = []
    if model.entering.fill is not None:
        parts.append("missing numbers (NaN) are filled")
    if model.entering.shift is not None:
        parts.append("inputs are scaled")
    if model.activation:
        parts.append(f"a {model.activation} is applied to outputs")
    if model.leaving.shift is not None:
        parts.append("outputs are scaled back")
    return ", ".join(parts)


def input_names(model: TrainedModel) -> tuple[str, ...]:
    """Names of the numbers of one sample, in order; none for images and the like."""
    dataset = model.dataset
    return dataset.features if dataset is not None and model.takes_data else ()


def metadata(model: TrainedModel) -> dict[str, Any]:
    """What programs that read the file want to know: names, and the preparation that is part of it or must be done."""
    found: dict[str, Any] = {"title": model.project.title, "classes": list(model.classes)}
    if input_names(model):
        found["features"] = list(input_names(model))
    if model.tells == "values":
        found["targets"] = list(model.names)
    if model.words:
        found["words"] = list(model.words)
    if as_data(model):
        found["preparation"] = as_data(model)
    return found


def _one_hot(model: TrainedModel) -> tuple[str, ...]:
    dataset = model.dataset
    if dataset is None or not model.takes_data or len(dataset.fixed) != len(dataset.features):
        return ()
    return tuple(name for name, fixed in zip(dataset.features, dataset.fixed, strict=True) if fixed and "=" in name)
