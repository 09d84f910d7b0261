"""How much is worked out at once, so that a look stays short however large a network is."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator

_GROWTH = 8  # times as many at once as were measured before: what one takes may grow with their number
_KEPT = 0.6, 1.8  # a number that fits so nearly stays: a picture of so many samples shall not flicker


class Portions:
    """Samples, places or codes at a time. One, before it is known what one takes, then as many as the time allows but
    never more than ``most``, and one in any case: what cannot be cut takes what it takes.
    """

    def __init__(self, seconds: float, *, most: int = 1 << 30) -> None:
        self.seconds, self._most = seconds, most
        self.each = 0.0  # seconds that one takes, as far as that is known
        self._largest = 0

    def within(self, left: Callable[[], int], until: float | None = None) -> Iterator[int]:
        """How many to work out next, for about ``seconds`` or ``until`` then, while any are ``left``. Some at least.

        What is done before the next number is asked for counts as what they took.
        """
        until = time.perf_counter() + self.seconds if until is None else until
        count = min(left(), self.fitting(until - time.perf_counter()))
        while count > 0:
            began = time.perf_counter()
            yield count
            self.took(count, time.perf_counter() - began)
            count = min(left(), self._fitting(until - time.perf_counter()))

    def took(self, count: int, seconds: float) -> None:
        """So many were worked out together."""
        each = seconds / count
        self.each = (self.each + each) / 2 if self.each and count <= self._largest else each
        self._largest = max(self._largest, count)

    def steady(self, count: int) -> int:
        """How many to work out in one go if ``count`` were the last time: another number only where that fits badly."""
        fitting = self.fitting(self.seconds)
        low, high = _KEPT
        return count if low * count < fitting < high * count else fitting

    def fitting(self, seconds: float) -> int:
        """How many there is time for, one at least."""
        return max(1, self._fitting(seconds))

    def _fitting(self, seconds: float) -> int:
        if not self.each:
            return 1
        return min(math.floor(max(0.0, seconds) / self.each), _GROWTH * self._largest, self._most)
