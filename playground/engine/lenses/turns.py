"""Samples, codes or places that are worked out anew in turn, the oldest first, a few at each look."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from playground.engine.lenses.portions import Portions


class Turns:
    """Which of ``count`` things are how old; ``seconds`` are for a look at them, ``most`` are worked out together."""

    def __init__(self, count: int, seconds: float, most: int = 512) -> None:
        self._made = np.full(count, -1)  # of which weights each is
        self._portions = Portions(seconds, most=most)

    def work(self, version: int, make: Callable[[np.ndarray], None], until: float | None = None) -> None:
        """Have ``make`` work out those whose numbers it is given, of the weights ``version``, until it is time."""
        stale = list(self._stale(version))
        for count in self._portions.within(stale.__len__, until):
            picked = np.array(stale[:count])
            del stale[:count]
            make(picked)
            self._made[picked] = version

    def known(self) -> np.ndarray:
        """Which were made at all: bool n."""
        return np.asarray(self._made >= 0)

    def current(self, version: int) -> float:
        """The part that is of the weights ``version``."""
        return float((self._made == version).mean()) if len(self._made) else 1.0

    def _stale(self, version: int) -> np.ndarray:
        stale = np.flatnonzero(self._made != version)
        return np.asarray(stale[np.argsort(self._made[stale], kind="stable")])
