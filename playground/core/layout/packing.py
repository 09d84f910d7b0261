"""Finished parts of a drawing side by side: on shelves, first come first placed."""

from __future__ import annotations

from collections.abc import Sequence


def shelved(sizes: Sequence[tuple[float, float]], gap: float, length: float) -> list[tuple[float, float]]:
    """Corners (along, across) of parts of ``sizes`` (long, wide), in their order; a shelf is at most ``length`` long,
    or as long as the longest part.
    """
    limit = max([length, *(long for long, _ in sizes)], default=length)
    found: list[tuple[float, float]] = []
    along = across = deepest = 0.0
    for long, wide in sizes:
        if along > 0 and along + long > limit:
            along, across, deepest = 0.0, across + deepest + gap, 0.0
        found.append((along, across))
        along += long + gap
        deepest = max(deepest, wide)
    return found
