"""The activation as a field of a layer with weights, as textbooks write it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from playground.core.layer import Call, Layer
from playground.core.shape import Shape

Activation = Literal["Linear", "ReLU", "Sigmoid", "Tanh", "Softmax"]
_CALLS = {
    "ReLU": Call("torch.nn.ReLU"),
    "Sigmoid": Call("torch.nn.Sigmoid"),
    "Tanh": Call("torch.nn.Tanh"),
    # dim=1 is the first dimension after the batch: features of a vector, channels of an image
    "Softmax": Call("torch.nn.Softmax", kwargs={"dim": 1}),
}


class WithActivation(Layer):
    """Base of layers that carry an activation. Linear means none."""

    activation: Activation = Field("Linear", description="The non-linearity applied to the result; Linear is none.")

    def activation_call(self, *inputs: Shape) -> Call | None:
        return _CALLS.get(self.activation)

    def final_activation(self) -> str | None:
        return self.activation.lower() if self.activation in ("Softmax", "Sigmoid") else None

    def _with_activation(self, caption: str) -> str:
        return caption if self.activation == "Linear" else f"{caption} · {self.activation}"
