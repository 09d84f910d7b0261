"""GRU: a memory behind two gates."""

from __future__ import annotations

from typing import ClassVar

from playground.layers.shared.recurrence import Recurrence


class GRU(Recurrence):
    """Gated recurrent unit."""

    type_name: ClassVar[str] = "GRU"
    title: ClassVar[str] = "GRU"
    id_stem: ClassVar[str] = "gru"
    summary: ClassVar[str] = "Reads a sequence with a gated memory; a smaller LSTM."
    explanation: ClassVar[str] = (
        "One gate decides how much of the memory is replaced, another how much of it the replacement looks at. A "
        "quarter fewer weights than an LSTM of as many units, and often as good."
    )
    when: ClassVar[str] = (
        "For series and texts of up to some hundred steps; try it before an LSTM, it has a quarter fewer parameters."
    )
    formula: ClassVar[str] = r"h_t = z_t \odot h_{t-1} + (1 - z_t) \odot \tanh(W x_t + b + r_t \odot (U h_{t-1} + c))"
    reference: ClassVar[str] = "Cho et al. 2014, arXiv:1406.1078"
    keywords: ClassVar[tuple[str, ...]] = ("recurrent", "sequence", "time series", "memory", "gate")
    target: ClassVar[str] = "torch.nn.GRU"
    gates: ClassVar[int] = 3
