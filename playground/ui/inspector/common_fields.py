"""The fields that layers of several kinds have in common, with limits that all of them keep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from playground.core.forms import FormField, form_fields
from playground.core.layer import Layer

_OF_ONE_KIND = frozenset({"layer", "network"})  # what may be chosen there depends on the kind


def common_fields(kinds: Sequence[type[Layer]]) -> tuple[FormField, ...]:
    """In the order of the first of ``kinds``; for one kind all of its fields."""
    first, *others = dict.fromkeys(kinds)
    fields = form_fields(first)
    if not others:
        return fields
    by_kind = [{field.name: field for field in form_fields(kind)} for kind in others]
    found = []
    for field in fields:
        same = [named[field.name] for named in by_kind if field.name in named]
        if len(same) == len(others) and (merged := _merged(field, same)) is not None:
            found.append(merged)
    return tuple(found)


def _merged(field: FormField, others: Sequence[FormField]) -> FormField | None:
    """``field`` with what all of ``others`` take too; None where that is another thing under the same name."""
    alike = all((one.kind, one.axes, one.unit) == (field.kind, field.axes, field.unit) for one in others)
    choices = tuple(choice for choice in field.choices if all(choice in one.choices for one in others))
    if not alike or field.kind in _OF_ONE_KIND or (field.kind == "choice" and not choices):
        return None
    everyone = (field, *others)
    lows = [(one.minimum, one.exclusive_minimum) for one in everyone if one.minimum is not None]
    highs = [(one.maximum, not one.exclusive_maximum) for one in everyone if one.maximum is not None]
    low, high = max(lows, default=(None, False)), min(highs, default=(None, True))
    return replace(
        field, choices=choices, optional=all(one.optional for one in everyone),
        minimum=low[0], exclusive_minimum=low[1], maximum=high[0], exclusive_maximum=not high[1],
        help=field.help if all(one.help == field.help for one in others) else "",
    )  # fmt: skip
