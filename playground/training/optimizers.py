"""The optimizers: one class each, parameters as fields, and the torch call that makes them."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from playground.core.layer import Call


class Optimizer(BaseModel):
    """Base: ``call(learning_rate)`` gives the torch optimizer without its parameters.

    ``fused``: the devices on which torch does a whole step in one kernel. Its values agree with the plain loop's to
    rounding, and a run with it repeats bit by bit. ``full_batch``: each step looks at all training samples.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False, strict=True, defer_build=True)
    target: ClassVar[str]
    title: ClassVar[str]
    summary: ClassVar[str]
    formula: ClassVar[str]
    fused: ClassVar[tuple[str, ...]] = ("cpu", "cuda")
    full_batch: ClassVar[bool] = False

    def call(self, learning_rate: float) -> Call:
        return Call(self.target, kwargs={"lr": learning_rate, **self._options()})

    def _options(self) -> dict[str, Any]:
        return self.model_dump()


class GradientDescent(Optimizer):
    target: ClassVar[str] = "torch.optim.SGD"
    title: ClassVar[str] = "Gradient descent"
    summary: ClassVar[str] = "The textbook's: each step down the gradient of all training samples at once."
    formula: ClassVar[str] = r"\theta \leftarrow \theta - \alpha \nabla J(\theta)"
    full_batch: ClassVar[bool] = True


class SGD(Optimizer):
    target: ClassVar[str] = "torch.optim.SGD"
    title: ClassVar[str] = "SGD"
    summary: ClassVar[str] = "Gradient descent on batches, with momentum if wanted."
    formula: ClassVar[str] = r"v \leftarrow \mu v + \nabla J_B(\theta) \qquad \theta \leftarrow \theta - \alpha v"

    momentum: float = Field(0.0, ge=0.0, lt=1.0, description="Share of the last step that is kept.")
    nesterov: bool = Field(False, description="Look ahead along the momentum; needs momentum above 0.")
    weight_decay: float = Field(0.0, ge=0.0, le=10.0, description="Pulls weights towards zero (L2).")

    def _options(self) -> dict[str, Any]:
        # torch refuses Nesterov without momentum; without momentum it means the same as plain SGD
        return {**self.model_dump(), "nesterov": self.nesterov and self.momentum > 0}


class Adam(Optimizer):
    target: ClassVar[str] = "torch.optim.Adam"
    title: ClassVar[str] = "Adam"
    summary: ClassVar[str] = "Scales each step by running means of the gradient and its square."
    formula: ClassVar[str] = r"\theta \leftarrow \theta - \alpha\,\frac{\hat m}{\sqrt{\hat v} + \varepsilon}"

    beta1: float = Field(0.9, ge=0.0, lt=1.0, description="Memory of the gradient's mean.")
    beta2: float = Field(0.999, ge=0.0, lt=1.0, description="Memory of the gradient's square.")
    epsilon: float = Field(1e-8, gt=0.0, le=1.0, description="Keeps the division finite.")
    weight_decay: float = Field(0.0, ge=0.0, le=10.0, description="Pulls weights towards zero (L2).")

    def _options(self) -> dict[str, Any]:
        return {"betas": (self.beta1, self.beta2), "eps": self.epsilon, "weight_decay": self.weight_decay}


class AdamW(Adam):
    target: ClassVar[str] = "torch.optim.AdamW"
    title: ClassVar[str] = "AdamW"
    summary: ClassVar[str] = "Adam with weight decay kept apart from the gradient."
    formula: ClassVar[str] = (
        r"\theta \leftarrow \theta - \alpha\left(\frac{\hat m}{\sqrt{\hat v} + \varepsilon} + \lambda\theta\right)"
    )

    weight_decay: float = Field(0.01, ge=0.0, le=10.0, description="Pulls weights towards zero.")


class RMSprop(Optimizer):
    target: ClassVar[str] = "torch.optim.RMSprop"
    title: ClassVar[str] = "RMSprop"
    summary: ClassVar[str] = "Divides each step by a running mean of the gradient's size."
    formula: ClassVar[str] = r"\theta \leftarrow \theta - \alpha\,\frac{g}{\sqrt{v} + \varepsilon}"
    fused: ClassVar[tuple[str, ...]] = ()

    alpha: float = Field(0.99, ge=0.0, lt=1.0, title="Smoothing", description="Memory of the gradient's square.")
    momentum: float = Field(0.0, ge=0.0, lt=1.0, description="Share of the last step that is kept.")
    weight_decay: float = Field(0.0, ge=0.0, le=10.0, description="Pulls weights towards zero (L2).")


class Adagrad(Optimizer):
    target: ClassVar[str] = "torch.optim.Adagrad"
    title: ClassVar[str] = "Adagrad"
    summary: ClassVar[str] = "Gives rarely moved weights longer steps."
    formula: ClassVar[str] = r"\theta \leftarrow \theta - \alpha\,\frac{g}{\sqrt{\sum g^2} + \varepsilon}"
    fused: ClassVar[tuple[str, ...]] = ("cpu",)

    weight_decay: float = Field(0.0, ge=0.0, le=10.0, description="Pulls weights towards zero (L2).")


OPTIMIZERS: dict[str, type[Optimizer]] = {
    kind.__name__: kind for kind in (Adam, AdamW, SGD, GradientDescent, RMSprop, Adagrad)
}
