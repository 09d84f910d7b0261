"""Numbers given as a change of what is there: ``*2``, ``+16``, ``-=8``. No Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from playground.core.forms import FormField
from playground.core.language import tr
from playground.ui.widgets.arithmetic import NotArithmetic, evaluate
from playground.ui.widgets.parse import BadInput, expectation, format_number, format_value, parse_value

_CHANGE = re.compile(r"([-+*/])(=?)\s*(.*)")


@dataclass(frozen=True, slots=True)
class Relative:
    """Told in place of a value by an editor that several layers share: each changes its own number by it."""

    operator: str  # one of + - * /
    amount: float

    def of(self, field: FormField, value: Any) -> Any:
        """What it makes of ``value``; whole numbers are rounded. Raises ``BadInput``."""
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise BadInput(expectation(field), tr("There is no number to change."))
        changes = {"+": value + self.amount, "-": value - self.amount, "*": value * self.amount}
        result = value / self.amount if self.operator == "/" else changes[self.operator]
        # the digits that 0.1 + 0.2 has too many would be shown
        text = str(round(result)) if field.kind == "int" else format_number(float(f"{result:.12g}"))
        return parse_value(field, text)

    def __str__(self) -> str:
        sign = {"-": "−", "*": "×", "/": "÷"}.get(self.operator, self.operator)
        return f"{sign} {format_number(float(self.amount))}"


def parse_relative(field: FormField, text: str, *, several: bool = False) -> Relative | None:
    """The change that ``text`` asks for; None where it is a value of its own.

    A bare minus is a change only for ``several`` layers of a field that takes no negative numbers: typed for one,
    "-3" is more likely a mistake that wants to be told. Raises ``BadInput`` for an operator without a number.
    """
    found = _CHANGE.fullmatch(text.strip())
    if field.kind not in ("int", "float") or found is None:
        return None
    operator, equals, rest = found.groups()
    if operator == "-" and not equals and not (several and (field.minimum or 0) >= 0 and field.minimum is not None):
        return None
    try:
        amount = evaluate(rest)
    except NotArithmetic as error:
        raise BadInput(expectation(field), tr("A number is to follow {operator}.", operator=operator)) from error
    if operator == "/" and amount == 0:
        raise BadInput(expectation(field), tr("Nothing can be divided by 0."))
    return Relative(operator, amount)


def shown_result(field: FormField, change: Relative | None, value: Any) -> str:
    """``= 64`` for a change of one number, ``each × 2`` for one of several."""
    if change is None:
        return ""
    return tr("each {change}", change=change) if isinstance(value, Relative) else f"= {format_value(field, value)}"
