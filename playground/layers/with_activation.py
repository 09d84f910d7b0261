"""The activation as a field of a layer with weights, as textbooks write it."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from playground.core.layer import REGISTRY, Call, Layer
from playground.core.shape import Shape

# Type names of layers: what each one does is said by its layer alone. Linear is no layer and does nothing.
Activation = Literal["Linear", "ReLU", "Sigmoid", "Tanh", "Softmax"]


class WithActivation(Layer):
    """Base of layers that carry an activation. Linear means none."""

    activation: Activation = Field("Linear", description="The non-linearity applied to the result; Linear is none.")

    def activation_call(self, *inputs: Shape) -> Call | None:
        layer = self._activation_layer()
        return None if layer is None else layer.call(self.output_shape(*inputs))

    def final_activation(self) -> str | None:
        layer = self._activation_layer()
        return None if layer is None else layer.final_activation()

    @classmethod
    def without_activation(cls) -> dict[str, Any] | None:
        return {"activation": "Linear"}

    def _activation_layer(self) -> Layer | None:
        kind = REGISTRY.get(self.activation)
        return None if kind is None else kind()

    def _with_activation(self, caption: str) -> str:
        return caption if self.activation == "Linear" else f"{caption} · {self.activation}"
