"""What a person types into a field, and the value it stands for. No Qt."""

from __future__ import annotations

import math
import re
from typing import Any, TypeVar

from playground.core.forms import FormField

# Beyond this no field has a limit, and Python refuses to convert still longer numbers.
_MAX_DIGITS = 40
_Number = TypeVar("_Number", int, float)
_BETWEEN = re.compile(r"[×xX*,;\s]+")


class BadInput(ValueError):
    """The text is not a value of the field; the message is one sentence that says what is."""


def parse_value(field: FormField, text: str) -> Any:
    """The value of ``text``, within the limits of ``field``. Pairs and shapes are lists, as in a project file.

    Raises ``BadInput``.
    """
    text = text.strip()
    if not text and field.optional:
        return None
    if field.kind in {"text", "choice", "layer", "network"}:
        return _parse_text(field, text)
    if text in field.choices:
        return text
    if field.kind == "int":
        return _within(field, _whole(field, text))
    if field.kind == "float":
        return _within(field, _number(field, text))
    parts = [part for part in _BETWEEN.split(text) if part]
    lengths = {1, field.axes} if field.kind == "pair" else set(range(1, 9))
    if len(parts) not in lengths:
        raise BadInput(expectation(field))
    sizes = [_within(field, _whole(field, part)) for part in parts]
    if field.kind == "shape":
        return sizes
    return sizes[0] if len(set(sizes)) == 1 else sizes


def format_value(field: FormField, value: Any) -> str:
    """``value`` as the field shows it; also of values that the field would refuse, which a file may hold."""
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return " × ".join(str(part) for part in value)
    if isinstance(value, float):
        return format_number(value)
    # A window of 3 is 3 × 3; a padding of 1 (which may be 0) is read as one number.
    if field.kind == "pair" and isinstance(value, int) and value > 1 and (field.minimum or 0) >= 1:
        return " × ".join([str(value)] * field.axes)
    return str(value)


def format_number(value: float) -> str:
    """The shortest text that is the same number: ``0.001``, ``1e-5``."""
    text = f"{value:.0f}" if value.is_integer() and abs(value) < 1e6 else repr(value)
    return re.sub(r"e([+-])0*(\d)", lambda m: f"e{'-' if m[1] == '-' else ''}{m[2]}", text)


def same_value(one: Any, other: Any) -> bool:
    """Whether two values are one for the person: files hold lists where layers hold tuples."""
    return _plain(one) == _plain(other) and isinstance(one, bool) == isinstance(other, bool)


def expectation(field: FormField) -> str:
    """One sentence: what the field takes."""
    nouns = {
        "int": "a whole number",
        "float": "a number",
        "pair": {1: "a whole number", 2: "one whole number, or two as in 3 × 5"}.get(
            field.axes, "one whole number, or three as in 3 × 5 × 5"
        ),
        "shape": "whole numbers as in 1 × 28 × 28",
    }
    noun = nouns.get(field.kind, "a text")
    if field.choices:
        noun = f"{', '.join(field.choices)}" + ("" if field.kind == "choice" else f", or {noun}")
    limits = "" if field.kind == "choice" else _limits(field)
    empty = ", or nothing" if field.optional else ""
    return f"{field.label} takes {noun}{limits}{empty}."


def _limits(field: FormField) -> str:
    low = None if field.minimum is None else _number_text(field.minimum)
    high = None if field.maximum is None else _number_text(field.maximum)
    several = ", each" if field.kind == "shape" or (field.kind == "pair" and field.axes > 1) else ""
    if low is None and high is None:
        return ""
    if high is None:
        return f"{several} {'above' if field.exclusive_minimum else 'of at least'} {low}"
    below = "below " if field.exclusive_maximum else ""
    if low is None:
        return f"{several} {below or 'up to '}{high}"
    if field.exclusive_minimum:
        return f"{several} above {low}, {below or 'up to '}{high}"
    return f"{several} from {low} to {below}{high}"


def _number_text(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else format_number(float(value))


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _parse_text(field: FormField, text: str) -> str:
    if field.kind == "choice" and text not in field.choices:
        raise BadInput(expectation(field))
    return text


def _whole(field: FormField, text: str) -> int:
    # "1,000" and "1 000" reach this only where a field takes a single number
    digits = re.sub(r"(?<=\d)[,_\s](?=\d{3}\b)", "", text)
    number = _convert(field, digits)
    if not number.is_integer():
        raise BadInput(expectation(field))
    # through int where it can be: a float has no more than 15 sure digits
    return int(digits) if re.fullmatch(r"[+-]?\d+", digits) else int(number)


def _number(field: FormField, text: str) -> float:
    return _convert(field, re.sub(r"^([+-]?\d*),(\d+)$", r"\1.\2", text))


def _convert(field: FormField, text: str) -> float:
    try:
        number = float(text.replace("−", "-")) if len(text) <= _MAX_DIGITS else math.nan
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise BadInput(expectation(field))
    return number


def _within(field: FormField, value: _Number) -> _Number:
    low, high = field.minimum, field.maximum
    if low is not None and (value < low or (field.exclusive_minimum and value == low)):
        raise BadInput(expectation(field))
    if high is not None and (value > high or (field.exclusive_maximum and value == high)):
        raise BadInput(expectation(field))
    return value
