"""Numbers as people read them: grouped, shortened, with units."""

from __future__ import annotations

from playground.core.shape import Shape
from playground.training.memory import byte_size

__all__ = ["byte_size", "counted", "grouped", "named", "short"]

_FIRM = "\N{NO-BREAK SPACE}"
_SCALES = ((10**12, "T"), (10**9, "G"), (10**6, "M"))


def grouped(count: int) -> str:
    """``121,930``."""
    return f"{count:,}"


def short(count: int) -> str:
    """``4.9 M``; below a million the grouped number."""
    for size, unit in _SCALES:
        if count >= size:
            return f"{count / size:,.1f} {unit}"
    return grouped(count)


def counted(count: int, noun: str) -> str:
    """``1 layer``, ``8 layers``."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def named(shape: Shape) -> str:
    """``channels 32 × height 26 × width 26``; a line may end behind a × only."""
    return " ".join(
        f"{name}{_FIRM}{size:,}{f'{_FIRM}×' if index < shape.rank else ''}"
        for index, (name, size) in enumerate(zip(shape.names, shape.sizes, strict=True), 1)
    )
