"""Gaussian noise: random numbers added while training."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class GaussianNoise(nn.Module):
    """Adds normal random numbers with this ``deviation`` while training; else changes nothing."""

    def __init__(self, deviation: float) -> None:
        super().__init__()
        self.deviation = deviation

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or self.deviation == 0.0:
            return x
        return x + self.deviation * torch.randn_like(x)

    def extra_repr(self) -> str:
        return f"{self.deviation}"
