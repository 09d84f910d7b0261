"""How much of something is shown, in words."""

from __future__ import annotations

from playground.core.language import mark, tr

# One of them, several, and a part of them, by what they are.
_WORDS = {
    "class": (mark("{count:,} class"), mark("{count:,} classes"), mark("{shown:,} of {count:,} classes")),
    "feature": (mark("{count:,} feature"), mark("{count:,} features"), mark("{shown:,} of {count:,} features")),
    "head": (mark("{count:,} head"), mark("{count:,} heads"), mark("{shown:,} of {count:,} heads")),
    "map": (mark("{count:,} map"), mark("{count:,} maps"), mark("{shown:,} of {count:,} maps")),
    "number": (mark("{count:,} number"), mark("{count:,} numbers"), mark("{shown:,} of {count:,} numbers")),
    "unit": (mark("{count:,} unit"), mark("{count:,} units"), mark("{shown:,} of {count:,} units")),
    "word": (mark("{count:,} word"), mark("{count:,} words"), mark("{shown:,} of {count:,} words")),
}


def share(shown: int, count: int, noun: str) -> str:
    """``1 map``, ``32 maps``, ``16 of 64 maps``. Raises ``KeyError`` for a noun that is not known here."""
    one, several, some = _WORDS[noun]
    return tr(some if shown < count else one if count == 1 else several, shown=shown, count=count)
