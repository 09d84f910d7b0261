"""The base class of every layer kind, and the registry they enter by being defined.

One layer kind is one class. The palette, the forms, help, shape inference, compilation, source export and the
tests all derive from it; nothing else in the program knows a layer by name.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal, get_args

from pydantic import BaseModel, ConfigDict

from playground.core.shape import Shape

Family = Literal[
    "data", "linear", "convolution", "pooling", "normalization", "activation", "recurrent", "attention",
    "regularization", "shape", "merge", "generative", "output",
]  # fmt: skip
FAMILIES: tuple[Family, ...] = get_args(Family)


@dataclass(frozen=True, slots=True)
class Port:
    """A place where a link ends. ``many`` takes any number of links, in the order in which they were made."""

    name: str
    many: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """What runs: a dotted path to a torch module class or function, with its arguments.

    ``function=False`` builds ``target(*args, **kwargs)`` once and calls it with the inputs;
    ``function=True`` calls ``target(*inputs, *args, **kwargs)``, and with ``as_list`` the inputs travel as one list.
    """

    target: str
    args: tuple[Any, ...] = ()
    kwargs: dict[str, Any] = field(default_factory=dict)
    function: bool = False
    as_list: bool = False

    def __str__(self) -> str:
        """The line a person would write: ``nn.Conv2d(1, 32, kernel_size=3)``."""
        values = [repr(a) for a in self.args] + [f"{k}={v!r}" for k, v in self.kwargs.items()]
        return f"{self.target.removeprefix('torch.') if not self.function else self.target}({', '.join(values)})"


class Layer(BaseModel, ABC):
    """A layer kind. Instances hold the parameters of one layer on the canvas and never change.

    A subclass that sets ``type_name`` is registered when the class is made; what it lacks is refused there,
    all reasons at once.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False, strict=True)

    type_name: ClassVar[str] = ""
    title: ClassVar[str] = ""
    family: ClassVar[Family]
    id_stem: ClassVar[str] = ""
    inputs: ClassVar[tuple[Port, ...]] = (Port("in"),)
    outputs: ClassVar[tuple[Port, ...]] = (Port("out"),)
    summary: ClassVar[str] = ""
    explanation: ClassVar[str] = ""
    formula: ClassVar[str] = ""
    reference: ClassVar[str] = ""
    keywords: ClassVar[tuple[str, ...]] = ()
    # While predicting its output holds the values of its one input, perhaps in another arrangement.
    keeps_values: ClassVar[bool] = False

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        if "type_name" in cls.__dict__:
            REGISTRY.add(cls)

    @abstractmethod
    def output_shape(self, *inputs: Shape) -> Shape:
        """Shape of one sample after this layer. Raises ``ShapeError`` for inputs that it cannot take."""

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
    def without_activation(cls) -> dict[str, Any] | None:
        """Parameters that take away the activation it carries as a field; None when it has no such field."""
        return None

    @abstractmethod
    def call(self, *inputs: Shape) -> Call:
        """What to run for inputs of these shapes."""

    def activation_call(self, *inputs: Shape) -> Call | None:
        """The activation applied after ``call``, for layers that carry one as a field."""
        return None

    def final_activation(self) -> str | None:
        """``softmax`` or ``sigmoid`` when the layer ends in one, so that a loss does not apply it twice."""
        return None

    def parameter_count(self, *inputs: Shape) -> int:
        """Trainable numbers."""
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
        for method in ("output_shape", "call"):
            if getattr(kind, method) is getattr(Layer, method):
                reasons.append(f"no {method}")
        if kind.type_name in self._kinds and self._kinds[kind.type_name].__qualname__ != kind.__qualname__:
            reasons.append(f"the type name {kind.type_name!r} is taken")
        if reasons:
            raise TypeError(f"layer {kind.__name__}: {'; '.join(reasons)}")
        self._kinds[kind.type_name] = kind

    def get(self, type_name: str) -> type[Layer] | None:
        return self._kinds.get(type_name)

    def all(self) -> tuple[type[Layer], ...]:
        return tuple(self._kinds.values())


REGISTRY = Registry()
