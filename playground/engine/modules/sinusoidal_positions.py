"""Sinusoidal positions: waves that tell the steps of a sequence apart."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class SinusoidalPositions(nn.Module):
    """Adds sines (even features) and cosines (odd ones) of growing wavelength."""

    waves: Tensor

    def __init__(self, time: int, features: int) -> None:
        super().__init__()
        # made on the CPU whatever the default device is: no weight file brings these numbers back
        places = torch.arange(time, dtype=torch.float64, device="cpu").unsqueeze(1)
        columns = torch.arange(features, dtype=torch.float64, device="cpu")
        angles = places / 10000.0 ** ((columns - columns % 2) / features)
        waves = torch.where(columns % 2 == 0, angles.sin(), angles.cos())
        self.register_buffer("waves", waves.float(), persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.waves

    def extra_repr(self) -> str:
        return ", ".join(map(str, self.waves.shape))
