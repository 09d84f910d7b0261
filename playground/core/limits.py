"""What a field lets in, in a few words: for the message about a value that it does not."""

from __future__ import annotations

from pydantic import BaseModel

from playground.core.forms import FormField, form_fields

_MANY = {2: "one whole number or two", 3: "one whole number or three"}


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
        options.append("nothing")
    return " or ".join(options) if len(options) < 3 else f"{', '.join(options[:-1])} or {options[-1]}"


def _numbers(field: FormField) -> str:
    what = "a number" if field.kind == "float" else "a whole number"
    if field.kind == "pair":
        what = _MANY.get(field.axes, "a whole number")
    if field.kind == "shape":
        what = "whole numbers"
    low, high = _number(field.minimum), _number(field.maximum)
    if low and high and not field.exclusive_minimum:
        return f"{what} from {low} to {'below ' if field.exclusive_maximum else ''}{high}"
    limits = [
        f"{'above' if field.exclusive_minimum else 'of at least'} {low}" if low else "",
        f"{'below' if field.exclusive_maximum else 'at most'} {high}" if high else "",
    ]
    return f"{what} {', '.join(filter(None, limits))}".rstrip()


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,}" if isinstance(value, int) else f"{value:g}"
