"""Samples on their way to codes, a part in each look."""

from __future__ import annotations

import time
from dataclasses import dataclass
from importlib.util import find_spec

import numpy as np
import torch

from playground.engine.lenses.latent.coding import Coding
from playground.engine.lenses.portions import Portions
from playground.engine.lenses.subjects import fed
from playground.engine.random_states import permutation
from playground.engine.samples import even_places
from playground.engine.state import TrainingState
from playground.engine.tasks.variational import kl_of_numbers
from playground.protocol import Part
from playground.protocol.lenses import FromData, MapMethod

MOST, MOST_DRAWN, _LEAST = 2000, 256, 8
_MOST_TARGETS = 16  # numbers to be predicted: of more of them the first says little
_MOST_NUMBERS = 4_000_000  # of codes that are kept, and of samples that are read at once
_SECONDS = 0.03


@dataclass(frozen=True)
class ToEncode:
    """The samples that are encoded, of noise the draws: the same throughout a run, in an order that any first part
    of them stands for all. ``labels`` int64 are classes, −1 where there are none; ``values`` float32 the first of the
    numbers that are to be predicted, which ``value_name`` names.
    """

    part: Part
    numbers: np.ndarray
    labels: np.ndarray
    classes: tuple[str, ...]
    values: np.ndarray | None = None
    value_name: str = ""


def to_encode(state: TrainingState, how: Coding, most: int = MOST) -> ToEncode:
    """At most ``most`` of the test part (of the training part without one), fewer where codes or samples are large."""
    samples = state.samples
    part = samples.shown_part
    if how.noise:
        count = min(most, MOST_DRAWN)
        return ToEncode(part, np.arange(count), np.full(count, -1), ())
    largest = max(1, how.size, samples.arrays.dataset.shape.count)
    places = even_places(samples.count(part), min(most, max(_LEAST, _MOST_NUMBERS // largest)))
    places = places[permutation(len(places), state.project.training.seed, "shown", 2).numpy()]
    classes = samples.arrays.dataset.classes
    labels = samples.stored(part, places)[1].astype(np.int64) if classes else np.full(len(places), -1)
    target, values = samples.arrays.dataset.target, None
    if target.kind == "values" and 0 < target.count <= _MOST_TARGETS:
        values = samples.stored(part, places)[1].reshape(len(places), -1)[:, 0].astype(np.float32)
    name = target.names[0] if values is not None and target.names else ""
    return ToEncode(part, places, labels, classes, values, name)


class Encoded:
    """Codes that the same weights give of the samples ``wanted``; ``more`` works out some of them, for about a
    thirtieth of a second.
    """

    def __init__(self, network: str, wanted: ToEncode) -> None:
        self._network, self.wanted = network, wanted
        self._parts: list[np.ndarray] = []
        self._divergence: list[np.ndarray] = []
        self._at: int | None = None
        self._portions = Portions(_SECONDS)
        self._count = 0  # in one look: so many at each that a picture does not flicker

    @property
    def done(self) -> int:
        return sum(map(len, self._parts))

    @property
    def whole(self) -> bool:
        return self.done >= len(self.wanted.numbers)

    @property
    def codes(self) -> np.ndarray:
        """float32 n×d, of the first n samples."""
        return np.concatenate(self._parts)

    @property
    def kl(self) -> np.ndarray | None:
        """float64 d: the mean divergence of each number, of a variational autoencoder's own code."""
        return np.concatenate(self._divergence).mean(0) if self._divergence else None

    def more(self, state: TrainingState, how: Coding, *, keep: bool = False) -> None:
        """Go on; of other weights than the last time from the beginning, unless what is there is to be kept."""
        if state.version != self._at and not keep:
            self._parts, self._divergence = [], []
        self._at = state.version
        whole = len(self.wanted.numbers)
        if not self._count:
            for count in self._portions.within(lambda: whole - self.done):
                self._encode(state, how, self.wanted.numbers[self.done :][:count])
            self._count = self.done
        elif not self.whole:
            begin, places = time.perf_counter(), self.wanted.numbers[self.done :][: self._count]
            self._encode(state, how, places)
            self._portions.took(len(places), time.perf_counter() - begin)
            self._count = min(self._portions.steady(self._count), whole)

    def _encode(self, state: TrainingState, how: Coding, places: np.ndarray) -> None:
        x = self._given(state, how, places)
        if how.spread is not None:
            mean, log_variance = how.parted(x)
            self._divergence.append(kl_of_numbers(mean, log_variance).double().cpu().numpy())
        else:
            mean = how.encode(x)
        self._parts.append(mean.cpu().numpy())

    def _given(self, state: TrainingState, how: Coding, places: np.ndarray) -> torch.Tensor:
        if how.noise:
            drawn = [fed(state, self._network, FromData(number=int(each)), {}).x for each in places]
            return torch.cat(drawn)
        return state.samples.prepared(state.samples.stored(self.wanted.part, places)[0])


def map_methods() -> tuple[MapMethod, ...]:
    """Those whose libraries are installed."""
    return ("tsne", "umap") if find_spec("umap") is not None else ("tsne",)
