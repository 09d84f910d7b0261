"""The line of PyTorch that a layer is."""

from __future__ import annotations

from playground.core.infer import NodeFacts
from playground.core.layer import Call, Layer


def pytorch_lines(layer: Layer, facts: NodeFacts) -> str:
    """What a person would write for this layer, a line each; empty while its inputs are not known."""
    if facts.shape is None:
        return ""
    calls = (layer.call(*facts.inputs), layer.activation_call(*facts.inputs))
    return "\n".join(_line(call, len(facts.inputs)) for call in calls if call is not None)


def _line(call: Call, inputs: int) -> str:
    if not call.function:
        return str(call)
    names = [f"x{index}" for index in range(1, inputs + 1)] if inputs > 1 else ["x"]
    first = f"[{', '.join(names)}]" if call.as_list else ", ".join(names)
    rest = [repr(value) for value in call.args] + [f"{name}={value!r}" for name, value in call.kwargs.items()]
    return f"{call.target}({', '.join([first, *rest])})"
