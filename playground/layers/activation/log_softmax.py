"""LogSoftmax: logarithms of the probabilities that a Softmax gives."""

from __future__ import annotations

from typing import ClassVar

from playground.core.layer import Call
from playground.core.shape import Shape
from playground.layers.shared.elementwise import Elementwise, feature_axis


class LogSoftmax(Elementwise):
    """Logarithm of the softmax, over the same axis as Softmax, computed without overflow."""

    type_name: ClassVar[str] = "LogSoftmax"
    title: ClassVar[str] = "Log softmax"
    id_stem: ClassVar[str] = "log_softmax"
    summary: ClassVar[str] = "Turns scores into logarithms of probabilities."
    explanation: ClassVar[str] = (
        "The logarithm of a Softmax in one stable step, as older textbooks put it before a negative log-likelihood. "
        "The cross-entropy loss works on the scores before it; predictions are shown as probabilities."
    )
    when: ClassVar[str] = (
        "At the end of a classifier that is trained with negative log-likelihood; with cross-entropy leave it out."
    )
    formula: ClassVar[str] = r"y_i = x_i - \ln \sum_j e^{x_j}"
    reference: ClassVar[str] = "Blanchard et al. 2021, doi:10.1093/imanum/draa038"
    keywords: ClassVar[tuple[str, ...]] = ("activation", "non-linearity", "log-probability", "nll")

    def call(self, *inputs: Shape) -> Call:
        return Call("torch.nn.LogSoftmax", kwargs={"dim": feature_axis(inputs[0]) + 1})

    def final_activation(self) -> str | None:
        return "log_softmax"
