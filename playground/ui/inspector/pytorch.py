"""The lines of PyTorch that a layer is, printed as the source export prints them."""

from __future__ import annotations

from playground.core.call import Call
from playground.core.codegen.expressions import Expression, Writer
from playground.core.codegen.file_names import FileNames
from playground.core.codegen.package_text import package_text
from playground.core.infer import NodeFacts
from playground.core.layer import Layer
from playground.core.weights import Weighted


def pytorch_lines(layer: Layer, facts: NodeFacts, name: str = "layer", *, whole: bool = False) -> str:
    """What a person would write for this layer, a line each; empty while its inputs are not known.

    A module that is only called is its construction. One that is called in a way of its own, one whose weights are
    another layer's, or a function, is shown with the call; ``name`` is the attribute that holds it. Blocks and marks of
    the network have no lines. ``whole``: before the lines stands the source of what torch itself does not have, so that
    they run where they are pasted.
    """
    if not facts.outputs or layer.nested() is not None or layer.role != "layer":
        return ""
    file = FileNames(package_text if whole else _no_source)
    writer = Writer(file)
    call, activation = layer.call(*facts.inputs), layer.activation_call(*facts.inputs)
    owner = layer.shared_with if isinstance(layer, Weighted) else None
    lines = [] if call.function or owner else [writer.made(call)]
    if call.function or owner or not _is_plain(call):
        given = [Expression(f"x{number}") for number in range(1, len(facts.inputs) + 1)]
        value = writer.ran(call, given if len(given) > 1 else [Expression("x")], owner or name)
        results = [f"y{number}" for number in range(1, len(facts.outputs) + 1)] if len(facts.outputs) > 1 else ["y"]
        lines = [*(f"self.{name} = {line}" for line in lines), f"{', '.join(results)} = {value.text}"]
    if activation is not None:
        lines.append(writer.made(activation) if not activation.function else str(activation))
    if file.bodies:
        lines = [*file.head(), "", "", *"\n\n\n".join(file.bodies).splitlines(), "", "", *lines]
    return "\n".join(lines)


def _is_plain(call: Call) -> bool:
    return not (call.before or call.after or call.options or call.inputs or call.as_list)


def _no_source(_target: str) -> None:
    """Names are enough here: nothing is printed of what they stand for."""
