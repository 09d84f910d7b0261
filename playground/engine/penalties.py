"""L1 and L2: what the sizes of the weights add to the training loss."""

from __future__ import annotations

from collections.abc import Iterator

from torch import Tensor, fx, nn

from playground.engine.compiler import PENALTIES

Strength = tuple[float, float]  # of L1, of L2


class Penalty:
    """λ₁ Σ|w| + λ₂ Σw² over the weights of ``module`` that train; a weight counts once, wherever it is used.

    ``everywhere`` goes for all matrices and kernels; biases and the scales of norms are left alone. What a layer asks
    for is added to it, for that layer's weights.
    """

    def __init__(self, module: fx.GraphModule, everywhere: Strength = (0.0, 0.0)) -> None:
        self.module = module
        asked = dict(_asked(module))
        self.terms: list[tuple[nn.Parameter, Strength]] = []
        for weight in module.parameters():
            l1, l2 = asked.get(weight, (0.0, 0.0))
            if weight.dim() >= 2:
                l1, l2 = l1 + everywhere[0], l2 + everywhere[1]
            if weight.requires_grad and (l1 or l2):
                self.terms.append((weight, (l1, l2)))

    def add_to(self, loss: Tensor) -> Tensor:
        """``loss`` with the penalty, differentiable; ``loss`` itself where there is none."""
        for weight, (l1, l2) in self.terms:
            if l1:
                loss = loss + l1 * weight.abs().sum()
            if l2:
                loss = loss + l2 * weight.square().sum()
        return loss


def _asked(module: nn.Module) -> Iterator[tuple[nn.Parameter, Strength]]:
    """What single layers ask for, those inside blocks too."""
    for part in module.modules():
        if isinstance(part, fx.GraphModule):
            for name, strength in part.meta.get(PENALTIES, {}).items():
                yield from ((weight, strength) for weight in weights_of(part.get_submodule(name)))


def weights_of(layer: nn.Module) -> list[nn.Parameter]:
    """The matrices and kernels of a layer; of one without any, a norm say, its scales. Never biases."""
    named = list(layer.named_parameters())
    large = [weight for _, weight in named if weight.dim() >= 2]
    return large or [weight for name, weight in named if not name.rpartition(".")[2].startswith("bias")]
