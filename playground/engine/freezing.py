"""Layers whose weights rest while the others learn."""

from __future__ import annotations

from torch import fx, nn

from playground.engine.compiler import FROZEN


def train(module: nn.Module) -> None:
    """Training mode for ``module``, but for frozen batch norms: these keep to their running averages and leave them be.

    In training mode they would go on averaging batches, so that a frozen layer moved after all.
    """
    module.train()
    for name in resting_norms(module):
        module.get_submodule(name).eval()


def resting_norms(module: nn.Module) -> list[str]:
    """Names of the submodules with running averages in frozen layers of a compiled network, those in blocks too.

    A norm that learns no scale has no weight to tell it by: what its layer says is known from the plan.
    """
    return [
        ".".join(filter(None, (outer, layer, inner)))
        for outer, network in module.named_modules()
        if isinstance(network, fx.GraphModule)
        for layer in network.meta.get(FROZEN, ())
        for inner, part in network.get_submodule(layer).named_modules()
        if getattr(part, "running_mean", None) is not None
    ]
