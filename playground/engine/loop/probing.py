"""Now and then the weights before a step: to go back to, and to tell how far the step moved them."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from playground.engine.loop import clock
from playground.engine.preparation import trained_layers
from playground.engine.probes import Snapshot, layer_norms
from playground.engine.state import TrainingState

# A probe that took t is not repeated before t times this has passed: copies push others out of the processor's cache.
LEISURE = 250
# The first one takes longer than all others: it alone does not say how long to wait, in seconds.
_SECOND = 0.5


class Probing:
    """``good`` are the last weights before which no number broke down; ``wanted``: the next step is to be probed."""

    def __init__(self, state: TrainingState) -> None:
        self._state, self._layers = state, trained_layers(state.module)
        self.good = self._candidate = Snapshot.of(state, state.random)
        self.wanted, self._measured = True, False
        self._norms: dict[str, Tensor] = {}
        self._step = 0
        self._next = self._cost = 0.0
        self._cheapest = float("inf")  # seconds; one that was held up by another program says nothing of the next

    def keep(self) -> None:
        """Before the step."""
        began = clock.now()
        self._candidate = Snapshot.of(self._state)
        self._cost = clock.now() - began

    def measure(self) -> None:
        """After the step, the number of which is not raised yet."""
        began = clock.now()
        self._norms = layer_norms(self._state.module, self._layers, self._candidate)
        self._step = self._state.position.step + 1
        self._cheapest = min(self._cheapest, self._cost + clock.now() - began)
        wait = LEISURE * self._cheapest
        self._next = clock.now() + (wait if self._measured else min(wait, _SECOND))
        self.wanted, self._measured = False, True

    def reported(self) -> None:
        """Whether the next step is to be probed is asked after each report."""
        self.wanted = clock.now() >= self._next

    def confirm(self) -> None:
        """All losses up to here are numbers."""
        self.good = self._candidate

    def series(self) -> dict[str, np.ndarray]:
        """The norms that were measured last, rows of step and value by name; each is told once."""
        if not self._norms:
            return {}
        values = torch.stack(list(self._norms.values())).cpu().double().tolist()
        found = {name: row(self._step, value) for name, value in zip(self._norms, values, strict=True)}
        self._norms = {}
        return found

    def begin_afresh(self) -> None:
        """The good weights are back: the next step is probed, and those before it are what one would go back to."""
        self.good = self._candidate = self.good.afresh(self._state)
        self._norms, self.wanted = {}, True

    def free(self) -> None:
        """Let go what takes memory and is not needed to go back."""
        self._norms, self._candidate = {}, self.good


def row(step: int, value: float) -> np.ndarray:
    """A series of one value."""
    return np.array([[step, value]], np.float64)
