"""How weights, gradients and activations were spread at the ends of epochs: bounded, however long or deep a run."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

BINS = 64
MOST_MOMENTS, FEWEST_MOMENTS = 48, 8  # that a run keeps: fewer of a network with very many tensors
MOST_BYTES = 8 * 2**20  # that they take, while more than the fewest are kept
MOST_NAMES = 4096
WEIGHTS, GRADIENTS, ACTIVATIONS = "weights", "gradients", "activations"  # what a name begins with, before a "/"
_MOST_COUNT = 2**53
_LONGEST = 32 * BINS  # characters of a histogram in a file
_SAME = "="


@dataclass(frozen=True, slots=True, eq=False)
class Histogram:
    """``counts``: so many numbers in each of ``BINS`` equal bins from ``low`` to ``high``, both included; where these
    are equal all are in the middle bin. Numbers that are not finite are in ``unfinite`` alone.
    """

    low: float
    high: float
    counts: np.ndarray
    unfinite: int = 0

    @property
    def total(self) -> int:
        """Of the finite numbers."""
        return int(self.counts.sum(dtype=np.int64))


@dataclass(frozen=True, slots=True, eq=False)
class HistogramsAt:
    """The histograms after an epoch (0: before the first) and a step, n of them, by name.

    ``counts`` unsigned n×BINS; ``low`` and ``high`` float64 n; ``unfinite`` int64 n.
    """

    epoch: int
    step: int
    names: tuple[str, ...]
    low: np.ndarray
    high: np.ndarray
    counts: np.ndarray
    unfinite: np.ndarray

    @classmethod
    def of(cls, epoch: int, step: int, found: Mapping[str, Histogram]) -> HistogramsAt:
        """Of histograms by name ("weights/conv1.weight"); of more than ``MOST_NAMES`` the first ones."""
        names = tuple(found)[:MOST_NAMES]
        kept = [found[name] for name in names]
        counts = np.array([each.counts for each in kept], np.int64).reshape(-1, BINS)
        if counts.max(initial=0) < 2**32:
            counts = counts.astype(np.uint32)
        low, high = (np.array(ends, np.float64) for ends in ([h.low for h in kept], [h.high for h in kept]))
        return cls(epoch, step, names, low, high, counts, np.array([h.unfinite for h in kept], np.int64))

    def __getitem__(self, name: str) -> Histogram:
        """Raises ``KeyError``."""
        try:
            at = self.names.index(name)
        except ValueError:
            raise KeyError(name) from None
        return Histogram(float(self.low[at]), float(self.high[at]), self.counts[at], int(self.unfinite[at]))

    def get(self, name: str) -> Histogram | None:
        return self[name] if name in self.names else None

    @property
    def nbytes(self) -> int:
        return int(self.counts.nbytes + self.low.nbytes + self.high.nbytes + self.unfinite.nbytes)


class HistogramLog:
    """The moments of a run in their order. When there are too many, every second goes; the newest always stays."""

    def __init__(self) -> None:
        self.moments: list[HistogramsAt] = []
        self.every = 1  # an epoch of so many is kept
        self.version = 0  # rises with every change

    def __len__(self) -> int:
        return len(self.moments)

    @property
    def names(self) -> tuple[str, ...]:
        """All names that any moment has, in the order of the newest."""
        return tuple(dict.fromkeys(name for moment in reversed(self.moments) for name in moment.names))

    def wants(self, epoch: int) -> bool:
        """Whether the moment after ``epoch`` would stay when later ones come."""
        return epoch % self.every == 0

    def add(self, moment: HistogramsAt) -> None:
        """A moment takes the place of those that are not before it: a run may have gone back."""
        kept = [old for old in self.moments if old.step < moment.step and old.epoch < moment.epoch]
        if kept and not self.wants(kept[-1].epoch):
            kept.pop()  # it was there as the newest
        kept.append(moment)
        most = min(MOST_MOMENTS, max(FEWEST_MOMENTS, MOST_BYTES // max(moment.nbytes, 1)))
        while len(kept) > most:
            self.every *= 2
            kept = [old for old in kept if self.wants(old.epoch) or old is moment]
        self.moments = kept
        self.version += 1

    def rewind(self, step: float) -> None:
        """Forget what came after ``step``."""
        kept = [moment for moment in self.moments if moment.step <= step]
        if len(kept) != len(self.moments):
            self.moments = kept
            self.version += 1

    def ridges(self, name: str) -> list[tuple[HistogramsAt, Histogram]]:
        """One histogram over time, oldest first."""
        found = ((moment, moment.get(name)) for moment in self.moments)
        return [(moment, histogram) for moment, histogram in found if histogram is not None]

    # --- files ---

    def to_dict(self) -> dict[str, Any]:
        """Plain data for history.json; see docs/file-format.md."""
        names = self.names
        before = [""] * len(names)
        moments = []
        for moment in self.moments:
            texts = [_text(moment.get(name)) for name in names]
            told = [_SAME if text and text == old else text for text, old in zip(texts, before, strict=True)]
            moments.append({"epoch": moment.epoch, "step": moment.step, "values": told})
            before = texts
        return {"every": self.every, "names": list(names), "moments": moments}

    @classmethod
    def from_dict(cls, data: Any) -> HistogramLog:
        """The inverse of ``to_dict``, for data out of a file. Raises ``ValueError`` naming the place that is wrong."""
        if not isinstance(data, Mapping):
            raise ValueError("histograms: expected every, names and moments")  # noqa: TRY004 - a fault of the file
        names, moments = data.get("names", []), data.get("moments", [])
        if not _strings(names) or len(names) > MOST_NAMES or len(set(names)) != len(names):
            raise ValueError(f"histograms.names: expected at most {MOST_NAMES:,} different names")
        if not isinstance(moments, list) or len(moments) > MOST_MOMENTS:
            raise ValueError(f"histograms.moments: expected a list of at most {MOST_MOMENTS}")
        log = cls()
        log.every = _whole(data.get("every", 1), "histograms.every", 1)
        before: list[Histogram | None] = [None] * len(names)
        for index, entry in enumerate(moments):
            place = f"histograms.moments[{index}]"
            if not isinstance(entry, Mapping) or not _strings(entry.get("values")):
                raise ValueError(f"{place}: expected epoch, step and values")
            if len(entry["values"]) != len(names):
                raise ValueError(f"{place}.values: expected {len(names):,} texts")
            before = [_parsed(text, old, place) for text, old in zip(entry["values"], before, strict=True)]
            found = {name: each for name, each in zip(names, before, strict=True) if each is not None}
            epoch, step = (_whole(entry.get(key), f"{place}.{key}", 0) for key in ("epoch", "step"))
            log.moments.append(HistogramsAt.of(epoch, step, found))
        pairs = list(zip(log.moments, log.moments[1:], strict=False))
        if any(old.epoch >= new.epoch or old.step >= new.step for old, new in pairs):
            raise ValueError("histograms.moments: epochs and steps must rise")
        return log


def rebinned(histogram: Histogram, low: float, high: float, bins: int) -> np.ndarray:
    """The counts in ``bins`` equal bins from ``low`` to ``high`` (low < high), float64: what a bin shares with several
    is divided evenly. What lies outside is left out.
    """
    found = np.zeros(bins)
    if histogram.high <= histogram.low:
        at = math.floor((histogram.low - low) / (high - low) * bins)
        if low <= histogram.low <= high:
            found[min(at, bins - 1)] = histogram.total
        return found
    edges = np.linspace(histogram.low, histogram.high, BINS + 1)
    below = np.concatenate(([0.0], np.cumsum(histogram.counts, dtype=np.float64)))
    return np.diff(np.interp(np.linspace(low, high, bins + 1), edges, below))


def _text(histogram: Histogram | None) -> str:
    """Low, high, how many are not finite, then the counts; of k equal ones in a row "count*k"."""
    if histogram is None:
        return ""
    counts = histogram.counts.tolist()
    words: list[str] = []
    start = 0
    for end in range(1, len(counts) + 1):
        if end == len(counts) or counts[end] != counts[start]:
            words.append(str(counts[start]) if end - start == 1 else f"{counts[start]}*{end - start}")
            start = end
    return f"{histogram.low!r} {histogram.high!r} {histogram.unfinite} {' '.join(words)}"


def _parsed(text: str, before: Histogram | None, place: str) -> Histogram | None:
    if text == _SAME:
        return before
    if not text:
        return None
    low, high, unfinite, *words = text[:_LONGEST].split() + [""] * 3
    try:
        ends, odd = (float(low), float(high)), int(unfinite)
        counts = _counts(filter(None, words))
        sound = len(counts) == BINS and min(*counts, odd) >= 0 and max(*counts, odd) <= _MOST_COUNT
    except (ValueError, OverflowError) as error:
        raise ValueError(f"{place}.values: {text[:40]!r} is no histogram ({error})") from error
    if not sound or not (math.isfinite(ends[0]) and math.isfinite(ends[1]) and ends[0] <= ends[1]):
        raise ValueError(f"{place}.values: {text[:40]!r} is no histogram of {BINS} bins")
    return Histogram(*ends, np.array(counts, np.int64), odd)


def _counts(words: Iterable[str]) -> list[int]:
    """Raises ``ValueError`` for what is no count, or too often."""
    counts: list[int] = []
    for word in words:
        count, _, times = word.partition("*")
        repeated = int(times or 1)
        if not 1 <= repeated <= BINS:
            raise ValueError(f"{repeated} bins")
        counts += [int(count)] * repeated
    return counts


def _strings(found: Any) -> bool:
    return isinstance(found, list) and all(isinstance(text, str) for text in found)


def _whole(value: Any, place: str, least: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= _MOST_COUNT:
        raise ValueError(f"{place}: expected a whole number from {least}; found {value!r:.40}")
    return value


def of_layer(names: Iterable[str], layer: str) -> list[str]:
    """Those that belong to ``layer`` or to what is inside it: "weights/conv1.weight" to "conv1"."""
    return [name for name in names if f"{name.partition('/')[2]}.".startswith(f"{layer}.")]
