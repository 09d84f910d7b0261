"""Where the histograms of several epochs lie in a picture: ridges one before the other, the newest in front. No Qt."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from playground.telemetry.histograms import BINS, Histogram, rebinned

_MARGIN = 0.03  # of the range, to each side
_TAIL, _MUCH_LESS = 1e-3, 0.6  # parts of the numbers to each side, and of the range
_LEAST_APART = 3.0  # pixels from ridge to ridge
_OVERLAP, _LOWEST = 0.34, 24.0  # of the height, for the ridge at the back; pixels


@dataclass(frozen=True, slots=True)
class Ridge:
    """One histogram with its time. ``live``: of the weights as they are now, between two epochs."""

    epoch: float
    step: int
    histogram: Histogram
    live: bool = False


@dataclass(frozen=True, slots=True)
class Bin:
    """What is in one bin of a histogram, both ends included."""

    low: float
    high: float
    count: int


def common_range(ridges: Sequence[Ridge]) -> tuple[float, float]:
    """From the least to the greatest number of all, with a little room; of one number alone, around it."""
    sound = [ridge.histogram for ridge in ridges if ridge.histogram.total]
    if not sound:
        return -1.0, 1.0
    low, high = min(each.low for each in sound), max(each.high for each in sound)
    room = _MARGIN * (high - low) or max(abs(low) / 2, 1e-3)
    return low - room, high + room


def usual_range(ridges: Sequence[Ridge]) -> tuple[float, float]:
    """Where nearly all numbers of every ridge lie: without the outermost thousandth to each side where that is a good
    deal less than all, else from the least to the greatest.
    """
    whole = common_range(ridges)
    ends = [_without_tails(ridge.histogram) for ridge in ridges if ridge.histogram.total]
    if not ends:
        return whole
    low, high = min(low for low, _ in ends), max(high for _, high in ends)
    room = _MARGIN * (high - low)
    return (low - room, high + room) if 0 < high - low < _MUCH_LESS * (whole[1] - whole[0]) else whole


def _without_tails(histogram: Histogram) -> tuple[float, float]:
    """The edges of the bins between which all but the tails lie."""
    below = np.cumsum(histogram.counts, dtype=np.float64) / histogram.total
    edges = np.linspace(histogram.low, histogram.high, BINS + 1)
    first, last = int(np.searchsorted(below, _TAIL, side="right")), int(np.searchsorted(below, 1 - _TAIL))
    return float(edges[min(first, BINS - 1)]), float(edges[min(last, BINS - 1) + 1])


def shown(ridges: Sequence[Ridge], height: float) -> list[Ridge]:
    """As many as can be told apart in ``height`` pixels, evenly chosen, the first and the last among them."""
    most = max(2, int(height * (1 - _OVERLAP) / _LEAST_APART))
    if len(ridges) <= most:
        return list(ridges)
    return [ridges[at] for at in np.linspace(0, len(ridges) - 1, most).round().astype(int).tolist()]


def profile(histogram: Histogram, low: float, high: float, columns: int, logarithmic: bool) -> np.ndarray:
    """The heights of a ridge, 0 to 1, in ``columns`` equal columns: each ridge is as high as its own peak."""
    found = rebinned(histogram, low, high, columns)
    if logarithmic:
        found = np.log1p(found)
    peak = float(found.max(initial=0.0))
    heights: np.ndarray = found / peak if peak > 0 else found
    return heights


def columns_for(ridges: Sequence[Ridge], width: float) -> int:
    """As many as ``width`` pixels show, and no more than so many numbers fill: few in many columns are but noise."""
    most = max((ridge.histogram.total for ridge in ridges), default=0)
    return int(max(16, min(width / 1.5, 240, max(24.0, 2.5 * math.sqrt(most)))))


@dataclass(frozen=True, slots=True)
class Stage:
    """Room for ``count`` ridges, in pixels: the first stands at the back (above), the last in front (below)."""

    left: float
    top: float
    width: float
    height: float
    count: int

    @property
    def ridge_height(self) -> float:
        """Of a peak."""
        if self.count <= 1:
            return 0.92 * self.height
        return min(0.92 * self.height, max(_OVERLAP * self.height, min(_LOWEST, self.height)))

    @property
    def apart(self) -> float:
        """From a ridge to the next one."""
        return (self.height - self.ridge_height) / max(1, self.count - 1)

    def ground(self, index: int) -> float:
        """Where the ridge at ``index`` stands."""
        return self.top + self.height - (self.count - 1 - index) * self.apart

    def row(self, index: int) -> tuple[float, float]:
        """Top and bottom of its row where the numbers are colours."""
        each = self.height / max(1, self.count)
        return self.top + index * each, self.top + (index + 1) * each

    def row_at(self, y: float) -> int:
        return min(max(int((y - self.top) / max(self.height, 1e-9) * self.count), 0), self.count - 1)

    def ridge_at(self, profiles: Sequence[np.ndarray], x: float, y: float) -> int:
        """The ridge that is seen at a place: the front one that covers it, else the one that stands nearest."""
        for index in range(self.count - 1, -1, -1):
            heights = profiles[index]
            column = min(max(int((x - self.left) / self.width * len(heights)), 0), len(heights) - 1)
            ground = self.ground(index)
            if ground - self.ridge_height * heights[column] <= y <= ground:
                return index
        return min(range(self.count), key=lambda index: abs(self.ground(index) - y))


def bin_at(histogram: Histogram, value: float) -> Bin | None:
    """The bin of ``histogram`` in which ``value`` lies; None where it has none."""
    low, high = histogram.low, histogram.high
    if not low <= value <= high:
        return None
    if low == high:
        return Bin(low, high, histogram.total)
    at = min(math.floor((value - low) / (high - low) * BINS), BINS - 1)
    width = (high - low) / BINS
    return Bin(low + at * width, low + (at + 1) * width, int(histogram.counts[at]))


def labelled(stage: Stage, least: float) -> list[int]:
    """The ridges whose epoch is written beside them: the last, the first, and between as many as ``least`` allows."""
    found: list[int] = []
    for index in [stage.count - 1, 0, *range(stage.count - 2, 0, -1)]:
        if 0 <= index < stage.count and all(abs(stage.ground(index) - stage.ground(k)) >= least for k in found):
            found.append(index)
    return found
