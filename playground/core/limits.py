"""What a field lets in, in a few words: for the message about a value that it does not."""

from __future__ import annotations

from pydantic import BaseModel

from playground.core.forms import FormField, form_fields
from playground.core.language import mark, tr

_MANY = {2: mark("one whole number or two"), 3: mark("one whole number or three")}


def wanted(model: type[BaseModel], name: str) -> str | None:
    """``a whole number from 1 to 1,024``; None for a field that no form shows or that takes any text."""
    field = next((field for field in form_fields(model) if field.name == name), None)
    if field is None or field.kind in ("text", "layer", "network"):
        return None
    options = list(field.choices)
    if field.kind == "bool":
        options += ["true", "false"]
    elif field.kind in ("int", "float", "pair", "shape"):
        options.append(_numbers(field))
    if field.optional:
        options.append(tr("nothing"))
    if len(options) < 2:
        return options[0] if options else None  # a field of its own kind, a file's for one: nothing to count out
    return tr("{first} or {last}", first=", ".join(options[:-1]), last=options[-1])


def _numbers(field: FormField) -> str:
    what = tr("a number") if field.kind == "float" else tr("a whole number")
    if field.kind == "pair":
        what = tr(_MANY[field.axes]) if field.axes in _MANY else tr("a whole number")
    if field.kind == "shape":
        what = tr("whole numbers")
    low, high = _number(field.minimum), _number(field.maximum)
    if low and high and not field.exclusive_minimum:
        if field.exclusive_maximum:
            return tr("{what} from {low} to below {high}", what=what, low=low, high=high)
        return tr("{what} from {low} to {high}", what=what, low=low, high=high)
    limits = []
    if low:
        limits.append(tr("above {low}", low=low) if field.exclusive_minimum else tr("of at least {low}", low=low))
    if high:
        limits.append(tr("below {high}", high=high) if field.exclusive_maximum else tr("at most {high}", high=high))
    return tr("{what} {limits}", what=what, limits=", ".join(limits)) if limits else what


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,}" if isinstance(value, int) else f"{value:g}"
