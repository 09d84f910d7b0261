"""The way of the weights through training, as far as somebody kept it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from torch import Tensor, nn

from playground.engine.lenses.landscape.directions import Weights
from playground.engine.moments import Moments, Unreadable
from playground.engine.state import TrainingState

MOST_KEPT = 64
MOST_BYTES = 256 * 2**20


def weights_of(network: nn.Module) -> Weights:
    """Those that train, copied, on the CPU."""
    return [weight.detach().cpu().clone() for weight in network.parameters() if weight.requires_grad]


def put_into(network: nn.Module, weights: Sequence[Tensor]) -> None:
    """Give ``network`` these for those that train."""
    own = (weight for weight in network.parameters() if weight.requires_grad)
    for weight, wanted in zip(own, weights, strict=True):
        weight.data.copy_(wanted)


class Path:
    """Weights by step, at most so many that they take ``MOST_BYTES``; when there are too many every second one goes."""

    def __init__(self) -> None:
        self.steps: list[int] = []
        self.weights: list[Weights] = []
        self._stride, self._count, self._passing = 1, -1, False

    def add(self, step: int, weights: Weights) -> None:
        """The newest is always there. Of an earlier step, those after it are forgotten: training went back."""
        while self.steps and self.steps[-1] >= step:
            self._pop()
        if self._passing and self.steps:  # it was there as the newest alone
            self._pop()
        self._count += 1
        self._passing = self._count % self._stride != 0
        self.steps.append(step)
        self.weights.append(weights)
        if len(self.steps) > self.most(weights):
            self.steps, self.weights = self.steps[::2], self.weights[::2]
            self._stride *= 2

    def begin_with(self, past: Sequence[tuple[int, Weights]]) -> None:
        """Weights of earlier steps, rising, that somebody else has kept."""
        steps, weights = [step for step, _ in past], [each for _, each in past]
        at = bisect_left(steps, self.steps[0]) if self.steps else len(steps)
        self.steps, self.weights = steps[:at] + self.steps, weights[:at] + self.weights

    def _pop(self) -> None:
        self.steps.pop()
        self.weights.pop()
        self._passing = False

    @staticmethod
    def most(weights: Weights) -> int:
        """How many of that size are kept."""
        size = sum(weight.numel() * weight.element_size() for weight in weights)
        return max(4, min(MOST_KEPT, MOST_BYTES // max(1, size)))


class Earlier:
    """Weights of a network at earlier steps of the run, out of the moments that are kept of it, a few at a time."""

    def __init__(self, state: TrainingState, network: str, moments: Moments, most: int) -> None:
        own = {id(weight) for weight in state.networks[network].parameters() if weight.requires_grad}
        self._names = [name for name, weight in state.module.named_parameters() if id(weight) in own]
        steps = [step for step in moments.steps if step < state.position.step]
        self._left = steps[:: -(-len(steps) // most) or 1][::-1]
        self._moments = moments
        self.found: list[tuple[int, Weights]] = []

    @property
    def unread(self) -> bool:
        return bool(self._left)

    def read(self) -> None:
        """One more. One that is gone meanwhile, or damaged, is passed over: the way is known without it."""
        step = self._left.pop()
        try:
            weights, _ = self._moments.weights(step)
        except Unreadable:
            return
        self.found.append((step, [weights[name] for name in self._names]))
