"""What a field is counted in and how its values lie, where its class does not say so itself.

A class says it in ``json_schema_extra``: ``unit`` ("px"), ``scale`` ("powers", "log") and ``step``. Most need not: what
a field is counted in stands in its one line of help, and which numbers people choose follows from its default.
"""

from __future__ import annotations

import re
from typing import Any, Literal

from playground.core.language import mark

FieldScale = Literal["", "powers", "log"]

_COUNTED = frozenset({"int", "float", "pair"})
_PLAIN = frozenset({"epochs", "steps", "words", "rows"})  # the name says it
_SAID: tuple[tuple[str, str], ...] = (
    (r"\bpixels\b|^Height × width\b", mark("px")),
    (r"\bvoxels\b", mark("voxels")),
    (r"\btime steps\b", mark("steps")),
    (r"^epochs\b", mark("epochs")),
    (r"\bdegrees\b", mark("°")),
    (r"^percent\b", mark("%")),
    (r"^samples per step\b|^use at most this many training samples\b", mark("samples")),
    (r"^words\b", mark("words")),
    (r"^rows\b", mark("rows")),
    (r"^moments\b", mark("moments")),
    (r"^columns\b", mark("columns")),
)
# Numbers whose size is a power of ten, not an amount.
_LOG = frozenset({"learning_rate", "l1", "l2", "weight_decay", "epsilon", "minimum_improvement", "clip_norm"})
_LEAST_POWER, _WIDE = 4, 1024


def unit_of(name: str, kind: str, help_text: str) -> str:
    """What the numbers of a field are counted in, as its help says; empty for a plain number."""
    if kind not in _COUNTED or name in _PLAIN:
        return ""
    return next((unit for words, unit in _SAID if re.search(words, help_text, re.IGNORECASE)), "")


def scale_of(name: str, kind: str, default: Any, maximum: float | None) -> FieldScale:
    """``powers`` for sizes that people choose among powers of two, ``log`` for numbers that differ by decades."""
    if kind == "float":
        return "log" if name in _LOG else ""
    if kind != "int" or maximum is None or maximum < _WIDE or not isinstance(default, int):
        return ""
    power = default >= _LEAST_POWER and default & (default - 1) == 0
    return "powers" if power or name == "groups" else ""
