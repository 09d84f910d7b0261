"""What an ONNX file says, as plain data: operators, constants, inputs and outputs. Nothing here comes from protobuf."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from playground.core.language import tr


class NoCounterpart(Exception):
    """This operator, used in this way, has no layer of this program; the message says what is in the way."""


@dataclass(frozen=True, slots=True)
class Subgraph:
    """A network inside an operator (If, Loop, Scan): it is never looked into."""


@dataclass(frozen=True, slots=True)
class Op:
    """One operator. Inputs that are left out are empty names. ``number`` is its place in the file."""

    kind: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    attributes: Mapping[str, Any] = field(default_factory=dict)
    domain: str = ""
    number: int = 0

    def get(self, name: str, default: Any = None) -> Any:
        return self.attributes.get(name, default)

    def input(self, index: int) -> str:
        """The name of an input; empty when it is left out."""
        return self.inputs[index] if index < len(self.inputs) else ""

    def whole(self, name: str, default: int) -> int:
        """A whole-number attribute. Raises ``NoCounterpart`` for one of another kind."""
        value = self.attributes.get(name, default)
        if isinstance(value, bool) or not isinstance(value, int):
            raise NoCounterpart(tr("its {name} is not a whole number", name=name))
        return value

    def wholes(self, name: str, default: tuple[int, ...]) -> tuple[int, ...]:
        """A list of whole numbers. Raises ``NoCounterpart`` for anything else."""
        value = self.attributes.get(name, default)
        if not isinstance(value, tuple) or not all(isinstance(v, int) for v in value):
            raise NoCounterpart(tr("its {name} is not a list of whole numbers", name=name))
        return value

    def number_of(self, name: str, default: float) -> float:
        """A decimal attribute. Raises ``NoCounterpart`` for one of another kind."""
        value = self.attributes.get(name, default)
        if not isinstance(value, (int, float)):
            raise NoCounterpart(tr("its {name} is not a number", name=name))
        return float(value)

    def text(self, name: str, default: str) -> str:
        value = self.attributes.get(name, default)
        if not isinstance(value, str):
            raise NoCounterpart(tr("its {name} is not a text", name=name))
        return value

    def becoming(self, kind: str, inputs: tuple[str, ...], **attributes: Any) -> Op:
        """The operator that stands for this one and those before it."""
        return replace(self, kind=kind, inputs=inputs, attributes=attributes, domain="")


@dataclass(frozen=True, slots=True)
class GraphInput:
    """``sizes`` without the batch; ``batch`` is the file's own when it fixes one. ``whole``: whole numbers."""

    name: str
    sizes: tuple[int, ...]
    batch: int | None
    whole: bool


@dataclass(frozen=True)
class OnnxModel:
    """``shapes`` are those that the file notes for values in between: by name, None for an open size.

    ``numbers`` counts those of all its tensors, in operators too.
    """

    ops: tuple[Op, ...]
    constants: Mapping[str, np.ndarray]
    inputs: tuple[GraphInput, ...]
    outputs: tuple[str, ...]
    shapes: Mapping[str, tuple[int | None, ...]]
    opset: int
    producer: str = ""
    title: str = ""
    classes: tuple[str, ...] = ()
    numbers: int = 0
