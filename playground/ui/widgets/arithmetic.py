"""Sums that people type where a number is wanted: ``28*28``, ``3/4``, ``2^10``, ``20%``. No Qt, and nothing is run.

A small grammar over numbers, + − * / ** ^ % and brackets, read by hand: no text ever reaches Python's own parser.
"""

from __future__ import annotations

import math
import re

from playground.core.language import tr

_MAX_LENGTH, _MAX_DEPTH = 60, 12
_MAX_EXPONENT, _MAX_BASE = 64, 10**9
_PIECE = re.compile(r"\s*(?:(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|(\*\*|[-+*/^%()]))")
_PLAIN = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")


class NotArithmetic(ValueError):
    """The text is no sum of finite numbers."""


def evaluate(text: str) -> int | float:
    """The number that ``text`` stands for; whole numbers stay exact. Raises ``NotArithmetic``."""
    if len(text) > _MAX_LENGTH:
        raise NotArithmetic(text)
    pieces = _Pieces(_split(text.replace("−", "-").replace("÷", "/")))
    try:
        value = pieces.total()
    except (ArithmeticError, ValueError) as error:
        raise NotArithmetic(text) from error
    if not pieces.at_end or not math.isfinite(value):
        raise NotArithmetic(text)
    return value


def is_plain(text: str) -> bool:
    """Whether ``text`` is written as one number, so that its result need not be told."""
    return _PLAIN.fullmatch(text.strip().replace("−", "-")) is not None


def _split(text: str) -> list[str]:
    pieces, at = [], 0
    while at < len(text.rstrip()):
        found = _PIECE.match(text, at)
        if found is None:
            raise NotArithmetic(text)
        pieces.append(found[1] or found[2])
        at = found.end()
    return pieces


class _Pieces:
    """Reads the pieces of a sum from left to right, one method for each rank of the operators."""

    def __init__(self, pieces: list[str]) -> None:
        self._pieces, self._at, self._depth = pieces, 0, 0

    @property
    def at_end(self) -> bool:
        return self._at == len(self._pieces)

    def total(self) -> int | float:
        value = self._product()
        while (sign := self._take("+", "-")) is not None:
            other = self._product()
            value = value + other if sign == "+" else value - other
        return value

    def _product(self) -> int | float:
        value = self._signed()
        while (sign := self._take("*", "/")) is not None:
            other = self._signed()
            value = value * other if sign == "*" else _divided(value, other)
        return value

    def _signed(self) -> int | float:
        sign = self._take("+", "-")
        if sign is None:
            return self._power()
        value = self._deeper(self._signed)
        return -value if sign == "-" else value

    def _power(self) -> int | float:
        base = self._single()
        if self._take("**", "^") is None:
            return base
        exponent = self._deeper(self._signed)
        if abs(exponent) > _MAX_EXPONENT or abs(base) > _MAX_BASE:
            raise NotArithmetic(tr("too large"))
        value = base**exponent
        if isinstance(value, complex):
            raise NotArithmetic(tr("no real number"))
        return value  # type: ignore[no-any-return]

    def _single(self) -> int | float:
        if self._take("(") is not None:
            value = self._deeper(self.total)
            if self._take(")") is None:
                raise NotArithmetic(tr("a bracket is open"))
        else:
            value = self._number()
        return _divided(value, 100) if self._take("%") is not None else value

    def _number(self) -> int | float:
        if self.at_end or not (self._pieces[self._at][0].isdigit() or self._pieces[self._at][0] == "."):
            raise NotArithmetic(tr("a number is missing"))
        text = self._pieces[self._at]
        self._at += 1
        if text.isdigit():
            return int(text)
        value = float(text)
        # 1e3 is a whole number; beyond fifteen digits a float is no exact one
        return int(value) if value.is_integer() and abs(value) < 1e15 else value

    def _deeper(self, read: object) -> int | float:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise NotArithmetic(tr("too deep"))
        value: int | float = read()  # type: ignore[operator]
        self._depth -= 1
        return value

    def _take(self, *wanted: str) -> str | None:
        if self.at_end or self._pieces[self._at] not in wanted:
            return None
        self._at += 1
        return self._pieces[self._at - 1]


def _divided(value: int | float, by: int | float) -> int | float:
    if isinstance(value, int) and isinstance(by, int) and by and value % by == 0:
        return value // by
    return value / by
