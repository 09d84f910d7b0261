"""Which moment is to go when there are too many: first and newest stay, the rest stay evenly spread."""

from __future__ import annotations

from collections.abc import Collection, Sequence

# The end of an epoch is worth as much as a moment within one that leaves a gap so many times as wide.
_WORTH_OF_AN_END = 1.5


def superfluous(steps: Sequence[int], epoch_ends: Collection[int], held: int | None = None) -> int:
    """The one of rising ``steps`` (at least two) whose going leaves the smallest gap, but not the first, the newest or
    ``held``; of those that are alike the latest. With nothing in between that may go, the first one does.
    """
    candidates = [index for index in range(1, len(steps) - 1) if steps[index] != held]
    if not candidates:
        return steps[0]

    def loss(index: int) -> tuple[float, int]:
        gap = steps[index + 1] - steps[index - 1]
        return gap * (_WORTH_OF_AN_END if steps[index] in epoch_ends else 1.0), -steps[index]

    return steps[min(candidates, key=loss)]
