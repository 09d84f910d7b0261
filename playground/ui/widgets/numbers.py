"""Numbers as people read them: grouped, shortened, with units."""

from __future__ import annotations

from playground.core.language import mark, tr
from playground.core.shape import Shape
from playground.training.memory import byte_size

__all__ = ["byte_size", "counted", "grouped", "named", "short"]

_FIRM = "\N{NO-BREAK SPACE}"
# One, and several, of what is counted: a language may want other words than the same with an "s".
_COUNTS = {
    "column": (mark("{count:,} column"), mark("{count:,} columns")),
    "different value": (mark("{count:,} different value"), mark("{count:,} different values")),
    "epoch": (mark("{count:,} epoch"), mark("{count:,} epochs")),
    "error": (mark("{count:,} error"), mark("{count:,} errors")),
    "file": (mark("{count:,} file"), mark("{count:,} files")),
    "layer": (mark("{count:,} layer"), mark("{count:,} layers")),
    "more note": (mark("{count:,} more note"), mark("{count:,} more notes")),
    "number": (mark("{count:,} number"), mark("{count:,} numbers")),
    "prediction": (mark("{count:,} prediction"), mark("{count:,} predictions")),
    "row": (mark("{count:,} row"), mark("{count:,} rows")),
    "sample": (mark("{count:,} sample"), mark("{count:,} samples")),
    "step": (mark("{count:,} step"), mark("{count:,} steps")),
    "warning": (mark("{count:,} warning"), mark("{count:,} warnings")),
}
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
    """``1 layer``, ``8 layers``; a noun that the table above lacks is an English one with an "s"."""
    one, several = _COUNTS.get(noun, (f"{{count:,}} {noun}", f"{{count:,}} {noun}s"))
    return tr(one if count == 1 else several, count=count)


def named(shape: Shape) -> str:
    """``channels 32 × height 26 × width 26``; a line may end behind a × only."""
    return " ".join(
        f"{tr(name)}{_FIRM}{size:,}{f'{_FIRM}×' if index < shape.rank else ''}"
        for index, (name, size) in enumerate(zip(shape.names, shape.sizes, strict=True), 1)
    )
