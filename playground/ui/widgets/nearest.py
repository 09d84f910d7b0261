"""The valid value nearest to a text that is none: what one click takes instead. No Qt."""

from __future__ import annotations

import difflib
import re
from typing import Any

from playground.core.forms import FormField
from playground.ui.widgets.arithmetic import NotArithmetic, evaluate
from playground.ui.widgets.parse import BadInput, parse_value, split_parts, without_unit

_A_NUMBER = re.compile(r"-?\d[\d.]*(?:e-?\d+)?", re.IGNORECASE)
_HUNDREDTH = 0.01


def nearest(field: FormField, text: str) -> Any | None:
    """A value that ``field`` takes, as ``parse_value`` gives it; None where the text says nothing to begin with."""
    text = without_unit(field, text.strip())
    if not text:
        return None
    word = _nearest_word(field, text)
    if word is not None:
        return word
    if field.kind in ("int", "float"):
        return _checked(field, _clamped(field, text))
    if field.kind not in ("pair", "shape"):
        return None
    parts = split_parts(text)[: field.axes if field.kind == "pair" else 8]
    numbers = [_clamped(field, part) for part in parts]
    if not numbers or None in numbers or (field.kind == "pair" and len(numbers) not in (1, field.axes)):
        return _checked(field, numbers[0]) if numbers and field.kind == "pair" else None
    return _checked(field, " × ".join(str(number) for number in numbers))


def _nearest_word(field: FormField, text: str) -> str | None:
    lower = {choice.lower(): choice for choice in field.choices}
    found = difflib.get_close_matches(text.lower(), lower, 1, 0.5)
    begun = [choice for choice in lower if choice.startswith(text.lower())]
    return lower[(begun or found)[0]] if begun or found else None


def _clamped(field: FormField, text: str) -> int | float | None:
    try:
        number = evaluate(text)
    except NotArithmetic:
        found = _A_NUMBER.search(text)
        if found is None:
            return None
        try:
            number = float(found[0])
        except ValueError:
            return None
    if field.kind != "float" and abs(number) < 1e15:
        number = int(number + 0.5) if number >= 0 else -int(0.5 - number)
    low, high = field.minimum, field.maximum
    if low is not None and (number < low or (field.exclusive_minimum and number == low)):
        # next to an open end stands no number of its own: the usual one is meant sooner than a tiny one
        number = field.default if field.exclusive_minimum else low
    if high is not None and (number > high or (field.exclusive_maximum and number == high)):
        number = high - _HUNDREDTH * (high - (low or 0.0)) if field.exclusive_maximum else high
    return int(number) if field.kind != "float" and isinstance(number, float) else number


def _checked(field: FormField, value: Any) -> Any | None:
    if value is None:
        return None
    try:
        return parse_value(field, str(value))
    except BadInput:
        return None
