"""Numbers on the cards, in words."""

from __future__ import annotations


def counted(count: int, noun: str) -> str:
    """ "1 unit", "1,024 units"."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
