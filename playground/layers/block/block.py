"""Block: a network of the project, used as one layer in another."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from playground.core.language import tr
from playground.core.layer import Call, Family, Layer, Nested, Port, Takes
from playground.core.shape import Shape, ShapeError

_HIDDEN: dict[str, Any] = {"editor": "none"}
PortName = Annotated[str, Field(min_length=1, max_length=48)]


class Block(Layer):
    """Its ports are the Inputs and Outputs of the network that it shows; the edits of a project keep them so."""

    type_name: ClassVar[str] = "Block"
    title: ClassVar[str] = "Block"
    family: ClassVar[Family] = "block"
    id_stem: ClassVar[str] = "block"
    takes: ClassVar[Takes] = "any"
    summary: ClassVar[str] = "Uses another network of the project as one layer."
    explanation: ClassVar[str] = (
        "Draw a part once and use it often: a residual block, an encoder. Repeated, its copies stand one behind the "
        "other, each with weights of its own or all with the same. Double-click it to see inside."
    )
    when: ClassVar[str] = (
        "When a part of a network is used several times, or when a large network should be seen in a few cards."
    )
    formula: ClassVar[str] = r"y = f(f(\dots f(x)))"
    reference: ClassVar[str] = (
        "He et al. 2016, arXiv:1512.03385 (residual blocks); Szegedy et al. 2015, arXiv:1409.4842 (inception modules)"
    )
    keywords: ClassVar[tuple[str, ...]] = ("group", "subnetwork", "module", "nested", "repeat")
    non_linear: ClassVar[bool] = True

    network: str = Field(
        "", max_length=40, description="The network that it stands for.", json_schema_extra={"editor": "network"}
    )
    repeat: int = Field(1, ge=1, le=1000, description="How many times it stands there, one behind the other.")
    weights: Literal["separate", "shared"] = Field(
        "separate", description="Whether each repetition learns weights of its own, or all use the same."
    )
    input_names: tuple[PortName, ...] = Field(("in",), json_schema_extra=_HIDDEN)
    output_names: tuple[PortName, ...] = Field(("out",), json_schema_extra=_HIDDEN)

    def input_ports(self) -> tuple[Port, ...]:
        return tuple(Port(name) for name in self.input_names)

    def output_ports(self) -> tuple[Port, ...]:
        return tuple(Port(name) for name in self.output_names)

    def nested(self) -> Nested:
        return Nested(self.network, self.repeat, self.weights == "shared")

    def output_shape(self, *inputs: Shape) -> Shape:
        """Only the network itself knows: whole-graph inference looks into it and does not ask here."""
        raise ShapeError(
            tr("shows a network; its shapes are worked out there"), tr("Look at it with the whole project.")
        )

    def call(self, *inputs: Shape) -> Call:
        """Its plan is its network's; there is no one module to name."""
        raise TypeError("a block has no one module: it is planned and compiled as its network")

    def caption(self) -> str:
        name = self.network or tr("no network")
        if self.repeat == 1:
            return name
        if self.weights == "shared":
            return tr("{network} × {count}, shared weights", network=name, count=self.repeat)
        return f"{name} × {self.repeat}"
