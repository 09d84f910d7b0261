"""The loss at places among the weights: few samples at a time, so that one judgement of a large network can rest."""

from __future__ import annotations

import math
import time
from collections.abc import Generator

from playground.engine.lenses.landscape.directions import Weights
from playground.engine.lenses.landscape.path import put_into
from playground.engine.lenses.portions import Portions
from playground.engine.samples import Batch
from playground.engine.state import TrainingState

_MOST_SAMPLES, _LEAST_SAMPLES, _POINT = 512, 8, 0.008  # a point shall take so many seconds at most
_SECONDS = 0.02  # for the samples of a point that are judged together, where it takes longer


class Judge:
    """Judges weights of ``network`` in ``state``, which nobody else uses, by the first training samples: as many as are
    judged in the time of a point, a few in any case. Each step of the work ends where it may rest.
    """

    def __init__(self, state: TrainingState, network: str) -> None:
        state.module.eval()
        self._state, self._network = state, network
        self.loss = "loss"
        self.samples = 0
        self._batches: list[Batch] = []

    def settle(self) -> Generator[None, None, None]:
        """Find out how many samples there is time for."""
        samples, portions = self._state.samples, Portions(_POINT)
        count, most = 1, min(_MOST_SAMPLES, samples.train_count)
        self._evaluated(next(samples.part("train", 1)))  # what is new takes longer the first time
        yield
        while True:
            batch, took = next(samples.part("train", count)), math.inf
            for _ in range(2):  # the one of them in which the machine had nothing else to do
                began = time.perf_counter()
                self._evaluated(batch)
                took = min(took, time.perf_counter() - began)
                yield
            portions.took(count, took)
            fitting = min(portions.fitting(_POINT), most)
            if fitting < 2 * count:
                break
            count = fitting
        self.samples = min(max(count, _LEAST_SAMPLES), most)
        x, y = next(samples.part("train", self.samples))
        together = max(1, min(self.samples, int(_SECONDS / max(portions.each, 1e-9))))
        self._batches = list(zip(x.split(together), y.split(together), strict=True))

    def judge(self, weights: Weights) -> Generator[None, None, float]:
        """The mean loss, without penalties; infinity where it is not finite."""
        put_into(self._state.networks[self._network], weights)
        total = whole = 0.0
        for number, batch in enumerate(self._batches):
            if number:
                yield
            share = self._state.task.weight(batch)
            total += self._evaluated(batch) * share
            whole += share
        return total / whole if whole and math.isfinite(total) else math.inf

    def _evaluated(self, batch: Batch) -> float:
        found = self._state.task.evaluate((batch,), lambda: True) or {}
        own = f"{self._network.lower()}_loss"
        self.loss = own if own in found else "loss"
        return found.get(self.loss, math.nan)
