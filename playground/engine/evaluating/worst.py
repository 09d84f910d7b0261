"""The samples with the largest losses, kept while batches go by."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from playground.protocol.findings import Mistake


@dataclass
class Worst:
    """At most ``most`` mistakes; of as large losses the earlier sample goes first. What is NaN is worst of all."""

    most: int
    _heap: list[tuple[float, int, Mistake]] = field(default_factory=list)

    @property
    def least(self) -> float:
        """The loss that a sample must exceed to be kept."""
        return self._heap[0][0] if len(self._heap) == self.most else float("-inf")

    def add(self, found: Iterable[Mistake]) -> None:
        for one in found:
            loss = float("inf") if math.isnan(one.loss) else one.loss
            entry = (loss, -one.number, one)
            if len(self._heap) < self.most:
                heapq.heappush(self._heap, entry)
            else:
                heapq.heappushpop(self._heap, entry)

    def result(self) -> tuple[Mistake, ...]:
        """Worst first."""
        return tuple(one for _, _, one in sorted(self._heap, reverse=True))
