"""Layers whose weights rest while the others learn."""

from __future__ import annotations

from torch import nn


def train(module: nn.Module) -> None:
    """Training mode for ``module``, but for frozen batch norms: these keep to their running averages and leave them be.

    In training mode they would go on averaging batches, so that a frozen layer moved after all.
    """
    module.train()
    for part in module.modules():
        weights = list(part.parameters(recurse=False))
        if getattr(part, "running_mean", None) is not None and weights and not any(w.requires_grad for w in weights):
            part.eval()
