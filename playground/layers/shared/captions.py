"""Numbers on the cards, in words."""

from __future__ import annotations

from playground.core.language import mark, tr

_COUNTS = {
    "unit": (mark("{count:,} unit"), mark("{count:,} units")),
    "filter": (mark("{count:,} filter"), mark("{count:,} filters")),
    "head": (mark("{count:,} head"), mark("{count:,} heads")),
    "group": (mark("{count:,} group"), mark("{count:,} groups")),
}


def counted(count: int, noun: str) -> str:
    """ "1 unit", "1,024 units": of one of ``_COUNTS``."""
    one, several = _COUNTS[noun]
    return tr(one if count == 1 else several, count=count)
