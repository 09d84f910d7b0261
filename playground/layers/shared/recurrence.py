"""What RNN, LSTM and GRU share: everything but the cell."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from pydantic import Field

from playground.core.language import tr
from playground.core.layer import Call, Family, Sight, item
from playground.core.shape import Shape
from playground.core.weights import Initialized
from playground.layers.shared.captions import counted
from playground.layers.shared.sequences import require_sequence

_BOTH_ENDS = Call("playground.engine.modules.both_ends", function=True)
_LAST_STEP = item((slice(None), -1))


class Recurrence(Initialized):
    """Base of the recurrent layers. ``target`` is the torch module, ``gates`` the matrices that its cell has."""

    family: ClassVar[Family] = "recurrent"
    target: ClassVar[str] = ""
    gates: ClassVar[int] = 1
    non_linear: ClassVar[bool] = True

    units: int = Field(64, ge=1, le=65_536, description="Numbers that it remembers, and gives at each step.")
    returns: Literal["last", "sequence"] = Field(
        "last", description="The last step only, or every step: what a next recurrent layer needs."
    )
    layers: int = Field(
        1, ge=1, le=64, title="Stacked layers", description="How many stand one above the other, 1 to 64."
    )
    bidirectional: bool = Field(False, description="Read backwards too; both results stand side by side.")
    dropout: float = Field(
        0.0, ge=0.0, lt=1.0, description="Part of the values dropped between stacked layers; unused with one."
    )

    @property
    def _directions(self) -> int:
        return 2 if self.bidirectional else 1

    def output_shape(self, *inputs: Shape) -> Shape:
        time, _ = require_sequence(inputs[0], type(self).title)
        width = self.units * self._directions
        return Shape.sequence(time, width) if self.returns == "sequence" else Shape.vector(width)

    @classmethod
    def with_outputs(cls, count: int) -> dict[str, Any] | None:
        return {"units": count, "returns": "last", "bidirectional": False}

    @classmethod
    def with_channels(cls, count: int) -> dict[str, Any] | None:
        return {"units": count, "bidirectional": False}

    def _options(self) -> dict[str, Any]:
        """Keyword arguments of the module beside its sizes."""
        options: dict[str, Any] = {"num_layers": self.layers} if self.layers > 1 else {}
        options["batch_first"] = True
        if self.dropout and self.layers > 1:  # with one layer there is no between, and torch warns
            options["dropout"] = self.dropout
        if self.bidirectional:
            options["bidirectional"] = True
        return options

    def call(self, *inputs: Shape) -> Call:
        after: tuple[Call, ...] = (item(0),)  # the values of all steps; what is remembered at the end stays inside
        if self.returns == "last":
            after = (*after, _BOTH_ENDS if self.bidirectional else _LAST_STEP)
        return Call(self.target, (inputs[0].sizes[1], self.units), self._options(), after=after)

    def sight(self, *inputs: Shape) -> Sight | None:
        return None

    def _weights(self, features: int, biases: int) -> int:
        """Numbers in the matrices of all layers and directions, with ``biases`` for each row."""
        widths = [features] + [self.units * self._directions] * (self.layers - 1)
        rows = self.gates * self.units
        return sum(self._directions * rows * (width + self.units + biases) for width in widths)

    def parameter_count(self, *inputs: Shape) -> int:
        return self._weights(inputs[0].sizes[1], biases=2)

    def multiply_adds(self, *inputs: Shape) -> int:
        return inputs[0].sizes[0] * self._weights(inputs[0].sizes[1], biases=0)

    def caption(self) -> str:
        marks = [counted(self.units, "unit")]
        if self.layers > 1:
            marks.append(tr("{count} layers", count=self.layers))
        if self.bidirectional:
            marks.append(tr("both ways"))
        return " · ".join(marks + ([tr("sequence")] if self.returns == "sequence" else []))
