"""First weights of a layer, drawn in one way for all its matrices."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from torch import Tensor, nn


def initialize_(module: nn.Module, draw: Callable[..., Tensor], **options: Any) -> None:
    """Fill matrices and kernels of ``module`` with ``draw``, biases with zeros; scales stay."""
    for name, parameter in module.named_parameters():
        if parameter.dim() > 1:
            draw(parameter, **options)
        elif "bias" in name:
            nn.init.zeros_(parameter)
