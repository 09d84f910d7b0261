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
    explanation: ClassVar[str]
    when: ClassVar[str]
    formula: ClassVar[str]
    reference: ClassVar[str]
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
    explanation: ClassVar[str] = (
        "All training samples are looked at before each step, so the step goes exactly down the slope of the loss "
        "and the curve is smooth. One epoch is one step, which makes it slow, and from a saddle or a poor valley no"
        " chance leads out."
    )
    when: ClassVar[str] = "On small data, to see what gradient descent is; for anything larger use SGD or Adam."
    reference: ClassVar[str] = "Cauchy 1847; Goodfellow et al. 2016, Deep Learning, section 4.3, deeplearningbook.org"
    formula: ClassVar[str] = r"\theta \leftarrow \theta - \alpha \nabla J(\theta)"
    full_batch: ClassVar[bool] = True


class SGD(Optimizer):
    target: ClassVar[str] = "torch.optim.SGD"
    title: ClassVar[str] = "SGD"
    summary: ClassVar[str] = "Gradient descent on batches, with momentum if wanted."
    explanation: ClassVar[str] = (
        "Each step follows the gradient of one batch: noisy, but hundreds of steps in the time of one. Momentum "
        "adds up past steps, so that it goes on along a valley and the swinging across it cancels out; Nesterov "
        "looks where the momentum leads before it takes the slope."
    )
    when: ClassVar[str] = (
        "For large image networks, with momentum 0.9 and a schedule: slower to tune than Adam, and often the better"
        " end."
    )
    reference: ClassVar[str] = (
        "Robbins & Monro 1951, doi:10.1214/aoms/1177729586; Sutskever et al. 2013, "
        "proceedings.mlr.press/v28/sutskever13"
    )
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
    explanation: ClassVar[str] = (
        "It keeps a running mean of each weight's gradient and of its square, and divides one by the root of the "
        "other: each weight moves by about the learning rate, whatever the size of its gradient. Early means are "
        "too small since they begin at 0; the hats say that this is made up for."
    )
    when: ClassVar[str] = "As the first choice, with a learning rate of about 0.001."
    reference: ClassVar[str] = "Kingma & Ba 2014, arXiv:1412.6980"
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
    explanation: ClassVar[str] = (
        "In Adam a penalty on weights goes through the same division as the gradient and hardly touches weights "
        "with large gradients. Here weights are shrunk apart from the gradient, all by the same part."
    )
    when: ClassVar[str] = "For Transformers, and wherever Adam would be used together with weight decay."
    reference: ClassVar[str] = "Loshchilov & Hutter 2017, arXiv:1711.05101"
    formula: ClassVar[str] = (
        r"\theta \leftarrow \theta - \alpha\left(\frac{\hat m}{\sqrt{\hat v} + \varepsilon} + \lambda\theta\right)"
    )

    weight_decay: float = Field(0.01, ge=0.0, le=10.0, description="Pulls weights towards zero.")


class RMSprop(Optimizer):
    target: ClassVar[str] = "torch.optim.RMSprop"
    title: ClassVar[str] = "RMSprop"
    summary: ClassVar[str] = "Divides each step by a running mean of the gradient's size."
    explanation: ClassVar[str] = (
        "It divides each gradient by the root of its running mean square: steep directions take shorter steps, flat"
        " ones longer. Adam adds a running mean of the gradient to this."
    )
    when: ClassVar[str] = "For recurrent networks, and for GANs with a critic."
    reference: ClassVar[str] = "Hinton 2012, Neural Networks for Machine Learning, lecture 6e"
    formula: ClassVar[str] = r"\theta \leftarrow \theta - \alpha\,\frac{g}{\sqrt{v} + \varepsilon}"
    fused: ClassVar[tuple[str, ...]] = ()

    alpha: float = Field(0.99, ge=0.0, lt=1.0, title="Smoothing", description="Memory of the gradient's square.")
    momentum: float = Field(0.0, ge=0.0, lt=1.0, description="Share of the last step that is kept.")
    weight_decay: float = Field(0.0, ge=0.0, le=10.0, description="Pulls weights towards zero (L2).")


class Adagrad(Optimizer):
    target: ClassVar[str] = "torch.optim.Adagrad"
    title: ClassVar[str] = "Adagrad"
    summary: ClassVar[str] = "Gives rarely moved weights longer steps."
    explanation: ClassVar[str] = (
        "The sum of all squared gradients so far divides the step, so weights that are seldom moved keep long "
        "steps. The sum never gets smaller: in a long run all steps end near 0."
    )
    when: ClassVar[str] = "For sparse inputs, such as words of which most are rare."
    reference: ClassVar[str] = "Duchi et al. 2011, JMLR 12, 2121–2159"
    formula: ClassVar[str] = r"\theta \leftarrow \theta - \alpha\,\frac{g}{\sqrt{\sum g^2} + \varepsilon}"
    fused: ClassVar[tuple[str, ...]] = ("cpu",)

    weight_decay: float = Field(0.0, ge=0.0, le=10.0, description="Pulls weights towards zero (L2).")


OPTIMIZERS: dict[str, type[Optimizer]] = {
    kind.__name__: kind for kind in (Adam, AdamW, SGD, GradientDescent, RMSprop, Adagrad)
}
