"""Gaussian sample: a random draw that gradients pass through."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class GaussianSample(nn.Module):
    """Draws each value from its normal distribution while training; else gives the mean."""

    def forward(self, mean: Tensor, log_variance: Tensor) -> Tensor:
        if not self.training:
            return mean
        return mean + torch.exp(log_variance / 2) * torch.randn_like(mean)
