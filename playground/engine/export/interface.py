"""What goes into an exported model and what comes out, by name."""

from __future__ import annotations

from dataclasses import dataclass

from playground.core.plan import Feed, Plan, make_plan
from playground.engine.trained import TrainedModel
from playground.training.outputs import final_activation


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
    """The plain case has the plain names ``input`` and ``probabilities`` or ``scores``; else nodes give theirs."""
    graph = model.project.networks[model.network]
    plan = make_plan(graph, model.data_shape, network=model.network, networks=model.project.networks)
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
    """A network as drawn gives probabilities when its last layer is a Softmax or Sigmoid, else scores."""
    drawn = final_activation(model.project.networks[model.network])
    return "probabilities" if drawn in ("softmax", "sigmoid") else "scores"


def describe(model: TrainedModel, interface: Interface) -> str:
    """One line: shapes and kinds of what goes in and out."""
    given = "; ".join(
        f"{name}: batch × {feed.shape}, {'int64' if feed.shape.whole else 'float32'}"
        for name, feed in zip(interface.names, interface.feeds, strict=True)
    )
    if len(interface.outputs) == 1 and model.classes:
        return f"{given}; output: batch × {len(model.classes)} {interface.outputs[0]}"
    return f"{given}; output: {', '.join(interface.outputs)}"
