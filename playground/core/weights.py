"""What every layer with weights can be told about them: how they begin, that they rest, whose they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import Field

from playground.core.layer import Layer

# Forms show these fields together, folded away, after the layer's own.
SECTION = "Weights"
_WEIGHTS: dict[str, Any] = {"section": SECTION}

InitializerName = Literal[
    "default",
    "glorot_uniform",
    "glorot_normal",
    "he_uniform",
    "he_normal",
    "lecun_normal",
    "orthogonal",
    "normal",
    "zeros",
]


@dataclass(frozen=True, slots=True)
class Initializer:
    """A way to draw first weights: a function of ``torch.nn.init`` for matrices and kernels; biases become zero."""

    title: str
    target: str
    kwargs: dict[str, Any] = field(default_factory=dict)
    reference: str = ""


_GLOROT, _HE = "Glorot & Bengio 2010, proceedings.mlr.press/v9/glorot10a", "He et al. 2015, arXiv:1502.01852"
INITIALIZERS: dict[str, Initializer] = {
    "glorot_uniform": Initializer("Glorot uniform", "torch.nn.init.xavier_uniform_", {}, _GLOROT),
    "glorot_normal": Initializer("Glorot normal", "torch.nn.init.xavier_normal_", {}, _GLOROT),
    "he_uniform": Initializer("He uniform", "torch.nn.init.kaiming_uniform_", {"nonlinearity": "relu"}, _HE),
    "he_normal": Initializer("He normal", "torch.nn.init.kaiming_normal_", {"nonlinearity": "relu"}, _HE),
    "lecun_normal": Initializer(
        "LeCun normal",
        "torch.nn.init.kaiming_normal_",
        {"nonlinearity": "linear"},
        "LeCun et al. 1998, doi:10.1007/3-540-49430-8_2",
    ),
    "orthogonal": Initializer("Orthogonal", "torch.nn.init.orthogonal_", {}, "Saxe et al. 2013, arXiv:1312.6120"),
    "normal": Initializer("Normal, σ = 0.05", "torch.nn.init.normal_", {"std": 0.05}),
    "zeros": Initializer("Zeros", "torch.nn.init.zeros_"),
}

Strength = Annotated[float, Field(ge=0.0, le=1000.0)]
Owner = Annotated[str, Field(pattern=r"^[a-z](?:_?[a-z0-9])*[0-9]$", max_length=48)]


class Weighted(Layer):
    """Base of the layers that learn numbers."""

    l1: Strength = Field(
        0.0, title="L1", description="Adds this times Σ|w| of the weights to the loss: many become 0.",
        json_schema_extra=_WEIGHTS,
    )  # fmt: skip
    l2: Strength = Field(
        0.0, title="L2", description="Adds this times Σw² of the weights to the loss: they stay small.",
        json_schema_extra=_WEIGHTS,
    )  # fmt: skip
    frozen: bool = Field(False, description="Keep the weights as they are while training.", json_schema_extra=_WEIGHTS)
    shared_with: Owner | None = Field(
        None, title="Weights of",
        description="Use the weights of this other layer of the same kind, instead of weights of its own.",
        json_schema_extra={**_WEIGHTS, "editor": "layer"},
    )  # fmt: skip


class Initialized(Weighted):
    """Base of the layers with matrices or kernels, whose first values can be chosen."""

    initializer: InitializerName = Field(
        "default", description="How the first weights are drawn; default is PyTorch's own way for this layer.",
        json_schema_extra=_WEIGHTS,
    )  # fmt: skip
