"""What torch runs. Imported by the training process only, when a network that holds such a layer is built."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class Snake(nn.Module):
    """x + sin²(a·x) / a with a learned ``a`` for each channel (axis 1). Ziyin et al. 2020, arXiv:2006.08195."""

    def __init__(self, channels: int, frequency: float = 1.0) -> None:
        super().__init__()
        self.frequency = nn.Parameter(torch.full((channels,), frequency))

    def forward(self, x: Tensor) -> Tensor:
        a = self.frequency.reshape(-1, *[1] * (x.dim() - 2))
        return x + torch.sin(a * x) ** 2 / (a + 1e-9)
