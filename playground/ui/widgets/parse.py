"""What a person types into a field, and the value it stands for. No Qt."""

from __future__ import annotations

import re
from typing import Any, TypeVar

from playground.core.forms import FormField, told
from playground.core.language import tr
from playground.ui.widgets.arithmetic import NotArithmetic, evaluate, is_plain

_Number = TypeVar("_Number", int, float)
_BETWEEN = re.compile(r"[×xX*,;\s]+")
_WORDS = frozenset({"text", "choice", "layer", "network"})
_MOST_QUOTED = 24


class BadInput(ValueError):
    """The text is not a value of the field; the message is one sentence that says what is, ``why`` one that says
    what is wrong (empty where the other says it all).
    """

    def __init__(self, message: str, why: str = "") -> None:
        super().__init__(message)
        self.why = why

    @property
    def told(self) -> str:
        """Both sentences."""
        return f"{self.why} {self}".strip()


def parse_value(field: FormField, text: str) -> Any:
    """The value of ``text``, within the limits of ``field``. Pairs and shapes are lists, as in a project file.

    Numbers may be sums (``28*28``) and carry the field's unit. Raises ``BadInput``.
    """
    text = without_unit(field, text.strip())
    if not text and field.optional:
        return None
    if field.kind in _WORDS:
        return _parse_text(field, text)
    if text in field.choices:
        return text
    if field.kind == "int":
        return _within(field, _whole(field, text))
    if field.kind == "float":
        return _within(field, _number(field, text))
    parts = split_parts(text)
    lengths = {1, field.axes} if field.kind == "pair" else set(range(1, 9))
    if len(parts) not in lengths:
        raise BadInput(expectation(field), _not_so_many(len(parts)))
    sizes = [_within(field, _whole(field, part)) for part in parts]
    if field.kind == "shape":
        return sizes
    return sizes[0] if len(set(sizes)) == 1 else sizes


def result_of(field: FormField, text: str) -> str:
    """What a sum comes to, as ``= 784``; empty for a number that is written out and for what is none."""
    text = without_unit(field, text.strip())
    if field.kind not in ("int", "float") or not text or is_plain(_ungrouped(text)):
        return ""
    try:
        return f"= {format_value(field, parse_value(field, text))}"
    except BadInput:
        return ""


def split_parts(text: str) -> list[str]:
    """The numbers of ``3 × 5`` as texts."""
    return [part for part in _BETWEEN.split(text) if part]


def without_unit(field: FormField, text: str) -> str:
    """``5 px`` as ``5``."""
    for unit in {field.unit, tr(field.unit)} if field.unit else ():
        if text.endswith(unit) and text != unit:
            return text[: -len(unit)].rstrip()
    return text


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


def with_unit(field: FormField, value: Any) -> str:
    """``value`` in words for a tooltip or a message: ``3 × 3 px``."""
    text = format_value(field, value)
    numeric = isinstance(value, (int, float, list, tuple)) and not isinstance(value, bool)
    return f"{text} {tr(field.unit)}" if field.unit and text and numeric else text


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
        "int": tr("a whole number"),
        "float": tr("a number"),
        "pair": {1: tr("a whole number"), 2: tr("one whole number, or two as in 3 × 5")}.get(
            field.axes, tr("one whole number, or three as in 3 × 5 × 5")
        ),
        "shape": tr("whole numbers as in 1 × 28 × 28"),
    }
    noun = nouns.get(field.kind, tr("a text"))
    if field.choices:
        named = ", ".join(map(told, field.choices)) if field.kind == "choice" else ", ".join(field.choices)
        noun = named if field.kind == "choice" else tr("{words}, or {what}", words=named, what=noun)
    limits = "" if field.kind == "choice" else limits_of(field)
    empty = tr(", or nothing") if field.optional else ""
    return tr("{name} takes {what}{limits}{empty}.", name=tr(field.label), what=noun, limits=limits, empty=empty)


def limits_of(field: FormField) -> str:
    """`` from 1 to 64``, to follow what a field takes; empty without limits."""
    low = None if field.minimum is None else _number_text(field.minimum)
    high = None if field.maximum is None else _number_text(field.maximum)
    several = tr(", each") if field.kind == "shape" or (field.kind == "pair" and field.axes > 1) else ""
    if low is None and high is None:
        return ""
    return several + _range_text(field, low, high)


def _range_text(field: FormField, low: str | None, high: str | None) -> str:
    open_low, open_high = field.exclusive_minimum, field.exclusive_maximum
    if high is None:
        return tr(" above {low}", low=low) if open_low else tr(" of at least {low}", low=low)
    if low is None:
        return tr(" below {high}", high=high) if open_high else tr(" up to {high}", high=high)
    if open_low:
        return (
            tr(" above {low}, below {high}", low=low, high=high) if open_high
            else tr(" above {low}, up to {high}", low=low, high=high)
        )  # fmt: skip
    return (
        tr(" from {low} to below {high}", low=low, high=high) if open_high
        else tr(" from {low} to {high}", low=low, high=high)
    )  # fmt: skip


def _number_text(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else format_number(float(value))


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _parse_text(field: FormField, text: str) -> str:
    if field.kind == "choice" and text not in field.choices:
        raise BadInput(expectation(field), _no_such(text))
    return text


def _ungrouped(text: str) -> str:
    # "1,000" and "1 000" reach this only where a field takes a single number
    return re.sub(r"(?<=\d)[,_\s](?=\d{3}\b)", "", text)


def _whole(field: FormField, text: str) -> int:
    number = _evaluated(field, _ungrouped(text))
    if isinstance(number, float) and not number.is_integer():
        shown = format_number(round(number, 6))
        raise BadInput(expectation(field), tr("{number} is not a whole number.", number=shown))
    return int(number)


def _number(field: FormField, text: str) -> float:
    return float(_evaluated(field, re.sub(r"^([+-]?\d*),(\d+)$", r"\1.\2", text)))


def _evaluated(field: FormField, text: str) -> int | float:
    try:
        return evaluate(text)
    except NotArithmetic as error:
        raise BadInput(expectation(field), _no_number(text)) from error


def _within(field: FormField, value: _Number) -> _Number:
    low, high = field.minimum, field.maximum
    shown = f"{value:,}" if isinstance(value, int) and abs(value) < 10**12 else format_number(float(value))
    if low is not None and (value < low or (field.exclusive_minimum and value == low)):
        raise BadInput(expectation(field), tr("{number} is too small.", number=shown))
    if high is not None and (value > high or (field.exclusive_maximum and value == high)):
        raise BadInput(expectation(field), tr("{number} is too large.", number=shown))
    return value


def _quoted(text: str) -> str:
    return text if len(text) <= _MOST_QUOTED else f"{text[:_MOST_QUOTED]}…"


def _no_number(text: str) -> str:
    return tr("“{text}” is not a number.", text=_quoted(text)) if text else tr("It is empty.")


def _no_such(text: str) -> str:
    return tr("“{text}” is not one of them.", text=_quoted(text)) if text else tr("It is empty.")


def _not_so_many(count: int) -> str:
    return tr("{count} numbers are given.", count=count) if count else tr("It is empty.")
