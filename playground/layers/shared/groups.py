"""Channels in groups of equal size."""

from __future__ import annotations

from math import gcd, isqrt

from playground.core.language import mark, tr
from playground.core.shape import Change, ShapeError


def require_groups(groups: int, channels: int, filters: int | None = None) -> None:
    """Raises ``ShapeError``, with the nearest count that fits, unless ``groups`` divides channels and filters."""
    counts = [(channels, mark("its {groups:,} groups do not divide the {count:,} channels that it gets"))]
    if filters is not None:
        counts.append((filters, mark("its {groups:,} groups do not divide the {count:,} filters")))
    for count, words in counts:
        if count % groups:
            fitting = nearest_divisor(channels if filters is None else gcd(channels, filters), groups)
            raise ShapeError(
                tr(words, groups=groups, count=count),
                tr("Use a number of groups that does, such as {fitting:,}.", fitting=fitting),
                Change({"groups": fitting}),
            )


def nearest_divisor(number: int, wanted: int) -> int:
    """The divisor of ``number`` that is nearest to ``wanted``; the smaller of two."""
    small = [d for d in range(1, isqrt(number) + 1) if number % d == 0]
    return min({*small, *(number // d for d in small)}, key=lambda d: (abs(d - wanted), d))
