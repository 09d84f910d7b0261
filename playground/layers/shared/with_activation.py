"""The activation as a field of a layer with weights, as textbooks write it."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from playground.core.layer import REGISTRY, Layer
from playground.core.weights import Initialized

# Type names of layers: what each one does is said by its layer alone, with its defaults. Linear is none.
Activation = Literal[
    "Linear", "ReLU", "ReLU6", "LeakyReLU", "PReLU", "ELU", "SELU", "GELU", "SiLU", "Mish", "Softplus", "Softsign",
    "Hardswish", "Sigmoid", "Tanh", "Softmax", "LogSoftmax",
]  # fmt: skip


class WithActivation(Initialized):
    """Base of layers that carry an activation. Linear means none."""

    activation: Activation = Field("Linear", description="The non-linearity applied to the result; Linear is none.")

    def activation_layer(self) -> Layer | None:
        kind = REGISTRY.get(self.activation)
        return None if kind is None or self.activation == "Linear" else kind()

    @classmethod
    def without_activation(cls) -> dict[str, Any] | None:
        return {"activation": "Linear"}

    def _with_activation(self, caption: str) -> str:
        return caption if self.activation == "Linear" else f"{caption} · {self.activation}"
