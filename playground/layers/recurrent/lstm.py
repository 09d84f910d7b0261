"""LSTM: a memory behind gates."""

from __future__ import annotations

from typing import ClassVar

from playground.layers.shared.recurrence import Recurrence


class LSTM(Recurrence):
    """Long short-term memory."""

    type_name: ClassVar[str] = "LSTM"
    title: ClassVar[str] = "LSTM"
    id_stem: ClassVar[str] = "lstm"
    summary: ClassVar[str] = "Reads a sequence and learns what to remember, what to forget and what to tell."
    explanation: ClassVar[str] = (
        "Three gates between 0 and 1 decide how much of a cell's content is kept, how much of the new is written and "
        "how much is shown. What is kept passes from step to step almost unchanged, so gradients reach far back."
    )
    when: ClassVar[str] = "For series and texts in which something early decides something late."
    formula: ClassVar[str] = (
        r"c_t = f_t \odot c_{t-1} + i_t \odot \tanh(W x_t + U h_{t-1} + b), \quad h_t = o_t \odot \tanh(c_t)"
    )
    reference: ClassVar[str] = "Hochreiter & Schmidhuber 1997, doi:10.1162/neco.1997.9.8.1735"
    keywords: ClassVar[tuple[str, ...]] = ("recurrent", "sequence", "time series", "memory", "gate")
    target: ClassVar[str] = "torch.nn.LSTM"
    gates: ClassVar[int] = 4
