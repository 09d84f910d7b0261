"""From the operators of a file to layers on a canvas, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from playground.core.language import tr
from playground.core.shape import Shape
from playground.engine.importing.arranging import as_in_file
from playground.engine.importing.budget import Budget
from playground.engine.importing.canvas import Canvas, reserved_ids
from playground.engine.importing.folding import fold
from playground.engine.importing.inferring import Sizes, inferred_sizes
from playground.engine.importing.model import NoCounterpart, OnnxModel, Op
from playground.engine.importing.patterns import fused
from playground.engine.importing.placeholders import Loose, Placeholder, placeholder_params, weights_of
from playground.engine.importing.views import BATCH, Known, Value, View, view_of

Handler = Callable[["Converter", Op], tuple[Value | None, ...]]
HANDLERS: dict[str, Handler] = {}
# Operators beside ONNX's own that mean the same.
_DOMAINS = {"": None, "com.microsoft": frozenset({"Gelu", "FastGelu", "QuickGelu"})}
# Operators that pass values on, perhaps in another arrangement.
_MOVING = frozenset({"Cast", "Identity", "Reshape", "Squeeze", "Unsqueeze", "Flatten", "Transpose"})


def operator(*kinds: str) -> Callable[[Handler], Handler]:
    """Makes a function the one that converts operators of these kinds."""

    def register(handler: Handler) -> Handler:
        for kind in kinds:
            HANDLERS[kind] = handler
        return handler

    return register


@dataclass(frozen=True, slots=True)
class Converted:
    """The canvas with everything on it, and what has no counterpart."""

    canvas: Canvas
    placeholders: tuple[Placeholder, ...]
    ends: tuple[str, ...]


class Converter:
    """One walk over a model. Handlers read inputs through it and put layers on ``canvas``."""

    def __init__(self, model: OnnxModel) -> None:
        self.model = model
        self.canvas = Canvas(reserved_ids(label_of(name) for name in model.constants), Budget.of(model))
        self._ops = fused(model)
        self._values: dict[str, Value | Loose] = {
            name: Known.fixed(value, label_of(name)) for name, value in model.constants.items()
        }
        self._read = {name for op in self._ops for name in op.inputs} | set(model.outputs)
        self._placeholders: list[Placeholder] = []
        self._budget = Budget.of(model)
        self.owners: dict[tuple[str, ...], str] = {}  # the layer whose weights these names of the file are

    def convert(self) -> Converted:
        """Everything on the canvas. What has no counterpart is a placeholder there."""
        self._add_inputs()
        for op in self._ops:
            self._values |= zip(op.outputs, self._outputs(op), strict=False)
        ends = tuple(self._end(name) for name in self.model.outputs)
        # an Input that nothing reads is still one of the file's, and a placeholder is never dropped unseen
        kept = [n.id for n in self.canvas.nodes.values() if n.kind is None or n.type == "Input"]
        return Converted(self.canvas, tuple(self._placeholders), (*ends, *kept))

    # --- what handlers ask for ---

    def value(self, op: Op, index: int) -> Value | None:
        """An input; None when it is left out. Raises ``NoCounterpart`` for one whose shape a placeholder hides."""
        name = op.input(index)
        if not name:
            return None
        value = self._values.get(name)
        if isinstance(value, Loose):
            raise NoCounterpart(tr("the shape of what comes in is not known"))
        if value is None:
            raise NoCounterpart(tr("what comes in is not known"))
        return value

    def view(self, op: Op, index: int = 0) -> View:
        """An input that depends on what is fed. Raises ``NoCounterpart`` for a constant."""
        value = self.value(op, index)
        if not isinstance(value, View):
            raise NoCounterpart(tr("it works on a constant") if value is not None else tr("an input is missing"))
        return value

    def constant(self, op: Op, index: int) -> np.ndarray | None:
        """A constant input; None when it is left out. Raises ``NoCounterpart`` for one that is not fixed."""
        value = self.value(op, index)
        if value is None:
            return None
        found = value.constant if isinstance(value, Known) else None
        if found is None:
            raise NoCounterpart(tr("its input {index} is computed; a layer here needs it fixed", index=index + 1))
        return found

    def weight(self, op: Op, index: int) -> np.ndarray:
        """A constant input as float32. Raises ``NoCounterpart`` when it is left out, or holds no numbers."""
        found = self.constant(op, index)
        if found is None or found.dtype.kind not in "fiu":
            raise NoCounterpart(tr("its input {index} holds no weights", index=index + 1))
        return as_weights(found)

    def label(self, op: Op, index: int = 1) -> str:
        """What the file calls the layer whose weights are this input."""
        value = self._values.get(op.input(index))
        return value.label if isinstance(value, Known) else ""

    def used(self, op: Op, index: int) -> bool:
        """Whether anything reads this output."""
        return index < len(op.outputs) and op.outputs[index] in self._read

    def apply(self, view: View, kind: str, params: dict[str, Any] | None = None, **more: Any) -> View:
        """A layer that keeps the shape, wherever the axes lie."""
        node, port, shape = self.canvas.add(kind, [view], params, **more)[0]
        return replace(view, node=node, port=port, shape=shape)

    # --- inner ---

    def _add_inputs(self) -> None:
        indices = self._indices()
        for given in self.model.inputs:
            ids = given.whole and given.name in indices
            params: dict[str, Any] = {"shape": given.sizes, **({"values": "ids"} if ids else {})}
            node, port, shape = self.canvas.add("Input", (), params)[0]
            if len(self.model.inputs) > 1 and given.name:
                self.canvas.nodes[node] = self.canvas.nodes[node].replace(name=given.name[:80])
            self._values[given.name] = view_of(node, port, shape)

    def _indices(self) -> set[str]:
        """Names of values that an operator looks things up by."""
        found = {op.input(1) for op in self._ops if op.kind == "Gather"}
        for op in reversed(self._ops):
            if op.kind in _MOVING and found.intersection(op.outputs):
                found.add(op.input(0))
        return found

    def _outputs(self, op: Op) -> tuple[Value | Loose, ...]:
        """What an operator gives, through layers or a placeholder."""
        try:
            return self._converted(op)
        except NoCounterpart as error:
            return self._placeholder(op, str(error))

    def _converted(self, op: Op) -> tuple[Value | Loose, ...]:
        """Raises ``NoCounterpart``."""
        wanted = _DOMAINS.get(op.domain, frozenset())
        if wanted is not None and op.kind not in wanted:
            raise NoCounterpart(tr("it belongs to {domain}", domain=op.domain[:60]))
        known = fold(op, [self.value(op, index) for index in range(len(op.inputs))], self._budget)
        if known is not None:
            return known
        if op.kind not in HANDLERS:
            raise NoCounterpart(tr("no layer here does that"))
        return tuple(value if value is not None else Loose("", "") for value in HANDLERS[op.kind](self, op))

    def _placeholder(self, op: Op, reason: str) -> tuple[Value | Loose, ...]:
        """A marked node for an operator that no layer stands for, with its links, attributes and weights."""
        links, kept = [], {}
        for index, name in enumerate(op.inputs):
            value = self._values.get(name)
            if isinstance(value, View):
                with suppress(NoCounterpart):  # one that mixes samples is linked as it is
                    value = as_in_file(self.canvas, value, named=False)
                links.append(value)
            elif isinstance(value, Loose) and value.node:
                links.append(value.as_view())
            elif isinstance(value, Known) and value.constant is not None:
                kept[index] = value.constant
        params = placeholder_params(op, kept, reason)
        node = self.canvas.add_unknown(f"onnx.{op.kind[:70]}", op.kind, params, links, weights_of(op, kept))
        self._placeholders.append(Placeholder(node, op.kind, reason))
        ports = ["out"] if len(op.outputs) == 1 else [f"out{number}" for number in range(1, len(op.outputs) + 1)]
        sizes = self._sizes_of(op)
        return tuple(_behind(node, *end) for end in zip(ports, sizes, strict=True))

    def _sizes_of(self, op: Op) -> list[Sizes | None]:
        """Sizes of its outputs as the file notes them, or as they follow from what it takes."""
        noted = [self.model.shapes.get(name) for name in op.outputs]
        if all(sizes is not None and all(sizes[1:]) for sizes in noted):
            return noted
        found = inferred_sizes(op, [self._values.get(name) for name in op.inputs], self.model.opset)
        return [
            told if told is not None and all(told[1:]) else known or told
            for told, known in zip(noted, found, strict=True)
        ]

    def _end(self, name: str) -> str:
        """The node that gives an output of the file: the last layer, or an Output where that is not clear."""
        value = self._values[name]
        several = len(self.model.outputs) > 1
        constant = reason = tr("the network gives a constant")
        if isinstance(value, View):
            try:
                value = as_in_file(self.canvas, value, named=False)
            except NoCounterpart as error:
                reason = str(error)
        if isinstance(value, Loose) and value.node:
            value = value.as_view()
        if not isinstance(value, View) or reason != constant:
            links = [value] if isinstance(value, View) else []
            node = self.canvas.add_unknown("onnx.Output", "Output", {"reason": reason}, links, {})
            self._placeholders.append(Placeholder(node, "Output", reason))
            return node
        alone = not several and all(link.source != value.node for link in self.canvas.links)
        single = len(self.canvas.nodes[value.node].output_ports) <= 1
        return value.node if alone and single else self.canvas.finish(value, name if several else "")


def _behind(node: str, port: str, sizes: Sizes | None) -> Value | Loose:
    """What a placeholder gives."""
    if sizes is not None and 2 <= len(sizes) <= 7 and all(sizes[1:]):
        return view_of(node, port, Shape.of(size for size in sizes[1:] if size is not None))
    return Loose(node, port)


def label_of(name: str) -> str:
    """What the file calls the layer that owns a tensor: ``layer1.conv1`` of ``layer1.conv1.weight``."""
    return name.rpartition(".")[0]


def as_weights(array: np.ndarray) -> np.ndarray:
    """float32, whatever the file computes in; what is too large for it becomes infinite."""
    with np.errstate(over="ignore"):
        return np.ascontiguousarray(array, dtype=np.float32)


def batch_axis(view: View) -> int:
    """The axis of the file that is the batch. Raises ``NoCounterpart`` when it is part of another one."""
    if (BATCH,) not in view.theirs:
        raise NoCounterpart(tr("it works across the samples of a batch"))
    return view.theirs.index((BATCH,))
