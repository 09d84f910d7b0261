"""The base class of every layer kind, and the registry they enter by being defined.

One layer kind is one class. The palette, the forms, help, shape inference, compilation, source export and the
tests all derive from it; nothing else in the program knows a layer by name.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, get_args

from pydantic import BaseModel, ConfigDict

from playground.core.call import FEATURES_FIRST, Call, item, method
from playground.core.language import tr
from playground.core.shape import Shape, ShapeError
from playground.core.sight import OWN_PLACE, Sight

__all__ = [
    "FAMILIES", "FEATURES_FIRST", "OWN_PLACE", "REGISTRY", "Call", "Family", "Layer", "Nested", "Port", "Registry",
    "Role", "Sight", "Takes", "item", "method",
]  # fmt: skip

Family = Literal[
    "data", "linear", "convolution", "pooling", "normalization", "activation", "recurrent", "attention",
    "regularization", "shape", "merge", "generative", "block", "output",
]  # fmt: skip
FAMILIES: tuple[Family, ...] = get_args(Family)


@dataclass(frozen=True, slots=True)
class Port:
    """A place where a link ends. ``many`` takes any number of links, in the order in which they were made.

    ``optional`` input ports may stay free; those before a connected one may not.
    """

    name: str
    many: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Nested:
    """A network that stands in another as one layer, ``repeat`` times in a row, with ``shared`` weights or its own."""

    network: str
    repeat: int = 1
    shared: bool = False


# What flows into a layer: numbers, whole numbers that name something (for an Embedding), or either, passed on.
Takes = Literal["numbers", "ids", "any"]
# Where a network begins and ends as seen from outside: what feeds it, and what it gives.
Role = Literal["layer", "entrance", "exit"]


class Layer(BaseModel, ABC):
    """A layer kind. Instances hold the parameters of one layer on the canvas and never change.

    A subclass that sets ``type_name`` is registered when the class is made; what it lacks is refused there,
    all reasons at once.
    """

    # validators are built when a kind is used first: most of some eighty kinds are not, and the window opens sooner
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False, strict=True, defer_build=True)

    type_name: ClassVar[str] = ""
    title: ClassVar[str] = ""
    family: ClassVar[Family]
    id_stem: ClassVar[str] = ""
    inputs: ClassVar[tuple[Port, ...]] = (Port("in"),)
    outputs: ClassVar[tuple[Port, ...]] = (Port("out"),)
    summary: ClassVar[str] = ""
    explanation: ClassVar[str] = ""
    when: ClassVar[str] = ""  # where one would use it, or rather not
    formula: ClassVar[str] = ""
    reference: ClassVar[str] = ""
    keywords: ClassVar[tuple[str, ...]] = ()
    takes: ClassVar[Takes] = "numbers"
    role: ClassVar[Role] = "layer"
    # While predicting its output holds the values of its one input, perhaps in another arrangement.
    keeps_values: ClassVar[bool] = False
    # It bends: two weighted layers with one such layer between them are more than one. Dropout and norms do not.
    non_linear: ClassVar[bool] = False

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        if "type_name" in cls.__dict__:
            REGISTRY.add(cls)

    def input_ports(self) -> tuple[Port, ...]:
        """The ports that links into this layer may name; the class's own unless parameters decide."""
        return type(self).inputs

    def output_ports(self) -> tuple[Port, ...]:
        """The ports that links out of this layer may name; the class's own unless parameters decide."""
        return type(self).outputs

    def output_shape(self, *inputs: Shape) -> Shape:
        """Shape of one sample after this layer. Raises ``ShapeError`` for inputs that it cannot take."""
        return self.output_shapes(*inputs)[0]

    def output_shapes(self, *inputs: Shape) -> tuple[Shape, ...]:
        """Shapes by output port, for layers with several; others say ``output_shape``. Raises ``ShapeError``."""
        return (self.output_shape(*inputs),)

    def outputs_for(self, *inputs: Shape) -> tuple[Shape, ...]:
        """``output_shapes`` after a look at what kind of values come in. Raises ``ShapeError``."""
        takes, whole = type(self).takes, any(shape.whole for shape in inputs)
        if takes == "numbers" and whole:
            raise ShapeError(
                tr("gets whole numbers that name something, such as words"), tr("Put an Embedding between them.")
            )
        if takes == "ids" and not whole:
            raise ShapeError(
                tr("gets numbers; it takes whole numbers that name something, such as words"),
                tr('Feed it from an Input whose values are "ids".'),
            )
        if takes == "any" and whole and not all(shape.whole for shape in inputs):
            raise ShapeError(
                tr("mixes numbers with whole numbers that name something"), tr("Put an Embedding before it.")
            )
        found = self.output_shapes(*inputs)
        if takes == "any" and whole:
            found = tuple(Shape(shape.sizes, shape.names, True) for shape in found)
        return found

    def source_shape(self, data_shape: Shape | None) -> Shape | None:
        """For layers without inputs: the shape that they bring in, given one sample of the data set."""
        return data_shape

    def smallest_batch(self, *inputs: Shape) -> int:
        """Samples that a batch must have for training to be possible at all."""
        return 1

    @classmethod
    def with_outputs(cls, count: int) -> dict[str, Any] | None:  # noqa: ARG003  (most layers have no say)
        """Parameters that make it give a vector of ``count`` numbers; None when its inputs decide."""
        return None

    @classmethod
    def following_data(cls) -> dict[str, Any] | None:
        """Parameters that let a layer without inputs take the shape of the data set; None when it always does."""
        return None

    @classmethod
    def with_channels(cls, count: int) -> dict[str, Any] | None:
        """Parameters that make it give ``count`` channels (or features); None when its inputs decide."""
        return cls.with_outputs(count)

    @classmethod
    def without_activation(cls) -> dict[str, Any] | None:
        """Parameters that take away the activation it carries as a field; None when it has no such field."""
        return None

    @abstractmethod
    def call(self, *inputs: Shape) -> Call:
        """What to run for inputs of these shapes."""

    def activation_layer(self) -> Layer | None:
        """The layer kind, with its parameters, that is applied to the result as a field of this layer."""
        return None

    def activation_call(self, *inputs: Shape) -> Call | None:
        """The activation applied after ``call``, for layers that carry one as a field."""
        layer = self.activation_layer()
        return None if layer is None else layer.call(self.output_shape(*inputs))

    def final_activation(self) -> str | None:
        """``softmax``, ``log_softmax`` or ``sigmoid`` when the layer ends in one: a loss must not apply it twice."""
        layer = self.activation_layer()
        return None if layer is None else layer.final_activation()

    def nested(self) -> Nested | None:
        """The network that this layer stands for, if it stands for one."""
        return None

    def sight(self, *inputs: Shape) -> Sight | None:
        """What one output value sees of the spatial axes of an input; None: all of it."""
        return OWN_PLACE

    def parameter_count(self, *inputs: Shape) -> int:
        """Learned numbers, without those of an activation that is a field."""
        return 0

    def multiply_adds(self, *inputs: Shape) -> int:
        """Multiply-add pairs for one sample."""
        return 0

    def caption(self) -> str:
        """The main parameters in a few words, shown under the name."""
        return ""


class Registry:
    """Layer kinds by type name, in the order in which they were defined."""

    def __init__(self) -> None:
        self._kinds: dict[str, type[Layer]] = {}

    def add(self, kind: type[Layer]) -> None:
        """Enter ``kind``. Raises ``TypeError`` naming everything that its declaration lacks."""
        reasons = [f"no {name}" for name in ("title", "id_stem", "summary") if not getattr(kind, name)]
        if getattr(kind, "family", None) not in FAMILIES:
            reasons.append(f"family is not one of {', '.join(FAMILIES)}")
        if kind.id_stem and not re.fullmatch(r"[a-z][a-z_]*", kind.id_stem):
            reasons.append("id_stem is not lower case")
        if kind.output_shape is Layer.output_shape and kind.output_shapes is Layer.output_shapes:
            reasons.append("no output_shape")
        if kind.call is Layer.call:
            reasons.append("no call")
        known = self._kinds.get(kind.type_name)
        # the same place: its module was loaded again
        if known is not None and (known.__module__, known.__qualname__) != (kind.__module__, kind.__qualname__):
            reasons.append(f"the type name {kind.type_name!r} is taken")
        if reasons:
            raise TypeError(f"layer {kind.__name__}: {'; '.join(reasons)}")
        self._kinds[kind.type_name] = kind

    def keep(self, kinds: Iterable[type[Layer]]) -> None:
        """Forget all others: those of a plug-in that failed half way."""
        self._kinds = {kind.type_name: kind for kind in kinds}

    def get(self, type_name: str) -> type[Layer] | None:
        return self._kinds.get(type_name)

    def all(self) -> tuple[type[Layer], ...]:
        return tuple(self._kinds.values())


REGISTRY = Registry()
