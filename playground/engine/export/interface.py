"""What goes into an exported model and what comes out, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playground.core.language import mark, tr
from playground.core.plan import Feed, Plan
from playground.engine.export.prepared import as_data, prepares
from playground.engine.trained import TrainedModel
from playground.training.datasets.own import shortened
from playground.training.outputs import final_activation

_MOST_NAMES = 12
_IN_ORDER = {
    "classes": mark("classes in order: {shortened}"), "labels": mark("labels in order: {shortened}"),
    "values": mark("values in order: {shortened}"),
}  # fmt: skip
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
        return tr(
            "{given}; output: batch × {given2} {value}",
            given=given,
            given2=model.given,
            value=name if name != "generated" else tr("generated samples"),
        )
    return tr("{given}; output: {names}", given=given, names=", ".join(interface.outputs))


Say = Callable[..., str]


def english(text: str, /, **values: object) -> str:
    """What exported code says, whatever the window speaks."""
    return text.format(**values) if values else text


def meaning(model: TrainedModel, say: Say = tr, *, prepared: bool = True) -> tuple[str, ...]:
    """Lines for people: the columns of a table in order, its categories, names of the outputs, units where what is
    exported has ``prepared`` samples by itself.
    """
    found = []
    features = input_names(model)
    if features:
        found.append(say(mark("columns in order: {shortened}"), shortened=shortened(features, _MOST_NAMES)))
    kinds = {name.partition("=")[0] for name in _one_hot(model)}
    if kinds:
        found.append(
            say(
                mark("one-hot columns (1 for the category, else 0): {shortened}"),
                shortened=shortened(sorted(kinds), _MOST_NAMES),
            )
        )
    if model.names and model.tells in ("classes", "labels", "values"):
        found.append(say(_IN_ORDER[model.tells], shortened=shortened(model.names, _MOST_NAMES)))
    if model.words and model.takes_data:
        found.append(
            say(
                mark("ids: 0 fills up, 1 is an unknown word, then the {count:,} words in order"), count=len(model.words)
            )
        )
    if prepared and prepares(model):
        found.append(say(mark("takes and gives the units of the data: {units}"), units=units(model, say)))
    return tuple(found)


def units(model: TrainedModel, say: Say = tr) -> str:
    """In words what the exported model does to samples and results by itself."""
    parts = []
    if model.entering.fill is not None:
        parts.append(say(mark("missing numbers (NaN) are filled")))
    if model.entering.shift is not None:
        parts.append(say(mark("inputs are scaled")))
    if model.activation:
        parts.append(say(mark("a {activation} is applied to outputs"), activation=model.activation))
    if model.leaving.shift is not None:
        parts.append(say(mark("outputs are scaled back")))
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
