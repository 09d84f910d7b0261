"""RNN: a memory that every step rewrites."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from pydantic import Field

from playground.layers.shared.recurrence import Recurrence


class RNN(Recurrence):
    """A simple recurrent layer (Elman's)."""

    type_name: ClassVar[str] = "RNN"
    title: ClassVar[str] = "RNN"
    id_stem: ClassVar[str] = "rnn"
    summary: ClassVar[str] = "Reads a sequence step by step and keeps a memory of what it saw."
    explanation: ClassVar[str] = (
        "At each step the new memory is made of the input and the old memory, with the same weights throughout. "
        "Gradients through many steps vanish or explode, so it remembers a few steps only; LSTM and GRU remember more."
    )
    when: ClassVar[str] = "To see how recurrence works, and for short series; for longer ones its gradients vanish."
    formula: ClassVar[str] = r"h_t = \tanh(W x_t + b + U h_{t-1} + c)"
    reference: ClassVar[str] = "Elman 1990, doi:10.1207/s15516709cog1402_1"
    keywords: ClassVar[tuple[str, ...]] = ("recurrent", "sequence", "time series", "elman", "simple rnn")
    target: ClassVar[str] = "torch.nn.RNN"

    nonlinearity: Literal["tanh", "relu"] = Field("tanh", description="What bends the memory at each step.")

    def _options(self) -> dict[str, Any]:
        return {**super()._options(), **({} if self.nonlinearity == "tanh" else {"nonlinearity": "relu"})}
