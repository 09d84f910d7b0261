"""How many of a generator's samples are of each class: which kinds it makes, and which it misses (mode coverage)."""

from __future__ import annotations

import time
from typing import Protocol
from weakref import WeakKeyDictionary

import numpy as np
import torch
from torch import Tensor

from playground.core.language import tr
from playground.engine.errors import CannotTrain
from playground.engine.lenses.gan.modes import ASTRAY, CLOUDS_FROM, Clouds, nearest_labels
from playground.engine.lenses.gan.playing import game_of, generated
from playground.engine.lenses.gan.probe import ImageProbe, divided
from playground.engine.lenses.portions import Portions
from playground.engine.lenses.study import Study
from playground.engine.lenses.subjects import BroughtSamples
from playground.engine.lenses.turns import Turns
from playground.engine.samples import Part, Samples
from playground.engine.state import TrainingState
from playground.protocol.lenses import Coverage, CoverageSeen
from playground.protocol.lenses.gan_coverage import ProbeKind

COUNTED = 500
RARE = 0.2  # fewer than this part of what is expected counts as missing
_SECONDS = 0.03
_MOST_KNOWN, _MOST_HELD_OUT, _MOST_NUMBERS = 4_000, 1_000, 5_000_000


class Teller(Protocol):
    """Tells the classes of prepared samples N×shape, −1 for what is like none."""

    @property
    def accuracy(self) -> float: ...

    @property
    def held_out(self) -> int: ...

    @property
    def ready(self) -> float: ...

    def work(self, samples: Samples, seconds: float) -> None: ...

    def labels(self, x: Tensor) -> np.ndarray: ...


# What was learned of a run's data is kept as long as these, however often one looks. A teller must not hold them.
_TELLERS: WeakKeyDictionary[Samples, Teller] = WeakKeyDictionary()


class CoverageStudy(Study):
    """Has a probe learn first, a little in each look; then counts, a slow generator's samples in turn."""

    def __init__(self) -> None:
        self._found: np.ndarray | None = None
        self._turns = Turns(COUNTED, _SECONDS)
        self._noise: Tensor | None = None

    def look(self, state: TrainingState, lens: Coverage, brought: BroughtSamples) -> CoverageSeen:
        task, names = game_of(state), state.samples.arrays.dataset.classes
        if not names:
            raise CannotTrain(tr("These data have no classes that could be counted."), "")
        teller, until = _teller(state, len(names)), time.perf_counter() + _SECONDS
        while teller.ready < 1 and time.perf_counter() < until:
            teller.work(state.samples, _SECONDS)
        if teller.ready < 1:
            self.unfinished = True
            return _seen(state, names, np.zeros(0, np.int64), teller)
        if self._noise is None or self._found is None:
            self._noise = torch.randn(COUNTED, task.noise_size, generator=task.fixed_random(2)).to(state.device)
            self._found = np.full(COUNTED, ASTRAY, np.int64)
        noise, found = self._noise, self._found

        def make(picked: np.ndarray) -> None:
            made = generated(state, noise[torch.from_numpy(picked).to(noise.device)])
            found[picked] = teller.labels(made)

        self._turns.work(state.version, make)
        self.unfinished = self._turns.current(state.version) < 1
        return _seen(state, names, found[self._turns.known()], teller)


def _seen(state: TrainingState, names: tuple[str, ...], found: np.ndarray, teller: Teller) -> CoverageSeen:
    counts = np.bincount(found[found != ASTRAY], minlength=len(names)).astype(np.int64)
    frequent = np.bincount(state.samples.train_targets.astype(np.int64), minlength=len(names))
    expected = len(found) * frequent / max(1, frequent.sum())
    missing = (counts < RARE * expected) & (frequent > 0)
    return CoverageSeen(
        names, counts, int((found == ASTRAY).sum()), expected.astype(np.float32), missing, _kind(teller),
        teller.accuracy, teller.held_out, teller.ready,
    )  # fmt: skip


def _kind(teller: Teller) -> ProbeKind:
    if isinstance(teller, Compared):
        return "middles" if teller.clouds is not None else "neighbours"
    return "classifier"


def _teller(state: TrainingState, classes: int) -> Teller:
    known = _TELLERS.get(state.samples)
    if known is None:
        images = len(state.samples.arrays.dataset.shape.sizes) == 3
        seed = state.project.training.seed
        known = ImageProbe(state.samples, classes, seed) if images else Compared(state.samples)
        _TELLERS[state.samples] = known
    return known


class Compared:
    """Tells points, rows and sequences by the real ones. ``clouds``: where nearly all real samples lie nearest to the
    middle of their own class, what lies far from all middles is of no class.
    """

    def __init__(self, samples: Samples) -> None:
        size = max(1, samples.arrays.dataset.shape.count)
        most, most_held = (max(1, min(most, _MOST_NUMBERS // size)) for most in (_MOST_KNOWN, _MOST_HELD_OUT))
        part, known, held = divided(samples, most, most_held)
        self._x, self._y = _prepared(samples, "train", known)
        self._held_x, self._held_y = _prepared(samples, part, held)
        self.clouds: Clouds | None = Clouds.of(self._x, self._y)
        self._checked = self._right = 0
        self._portions = Portions(_SECONDS)
        self.ready = 0.0

    @property
    def accuracy(self) -> float:
        """The part of the held-out samples that it is right about."""
        return self._right / max(1, self._checked)

    @property
    def held_out(self) -> int:
        return len(self._held_y)

    def work(self, samples: Samples, seconds: float) -> None:
        """Find out how often the middles are right, and the neighbours where these are better."""
        until = time.perf_counter() + seconds
        for count in self._portions.within(lambda: self.held_out - self._checked, until):
            picked = slice(self._checked, self._checked + count)
            self._right += int((self._told(self._held_x[picked]) == self._held_y[picked]).sum())
            self._checked += count
        self.ready = self._checked / max(1, self.held_out)
        if self.ready == 1 and self.clouds is not None and self.accuracy < CLOUDS_FROM:
            self.clouds, self._checked, self._right, self.ready = None, 0, 0, 0.0

    def labels(self, x: Tensor) -> np.ndarray:
        flat = x.float().flatten(1).cpu().numpy()
        return self.clouds.labels(flat) if self.clouds is not None else self._told(flat)

    def _told(self, x: np.ndarray) -> np.ndarray:
        """The class of each that is nearest."""
        return self.clouds.nearest(x) if self.clouds is not None else nearest_labels(x, self._x, self._y)


def _prepared(samples: Samples, part: Part, places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """float64 numbers as networks take them, N×features, and classes N, of samples number ``places`` of a part."""
    x, y = samples.stored(part, places)
    return samples.prepared(x).flatten(1).cpu().double().numpy(), y.astype(np.int64)
