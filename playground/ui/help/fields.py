"""The parameters of a class as they stand on a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from playground.core.forms import FormField, form_fields, told
from playground.core.language import tr
from playground.core.layer import REGISTRY
from playground.ui.help.blocks import Parameter
from playground.ui.widgets.parse import format_value, limits_of, with_unit


def parameters(kind: type[BaseModel], now: Mapping[str, Any] | None = None) -> tuple[Parameter, ...]:
    """All fields of ``kind``; ``now`` are the values of the one that is selected."""
    return tuple(parameter(field, now) for field in form_fields(kind))


def parameter(field: FormField, now: Mapping[str, Any] | None = None) -> Parameter:
    current = ""
    if now is not None and field.name in now and now[field.name] != field.default:
        current = value_text(field, now[field.name])
    return Parameter(
        field.name, tr(field.label), _takes(field), value_text(field, field.default), tr(field.help), current
    )  # fmt: skip


def value_text(field: FormField, value: Any) -> str:
    """A value in words."""
    if isinstance(value, bool):
        return tr("on") if value else tr("off")
    if isinstance(value, dict):
        return ", ".join(f"{name}: {what}" for name, what in value.items()) or tr("none")
    if value is None or value == "":
        return tr("none") if field.kind in ("layer", "network") else tr("empty")  # as the help calls it
    if isinstance(value, str) and value in field.choices and not _activations(field):
        return told(value)
    return with_unit(field, value) or format_value(field, value) or tr("none")


def _takes(field: FormField) -> str:
    if field.kind == "bool":
        return tr("on or off")
    if field.kind == "layer":
        return tr("another layer")
    if field.kind == "network":
        return tr("another network")
    if _activations(field):
        return tr("an activation")
    if field.choices and field.kind == "choice":
        return " · ".join(map(told, field.choices))
    nouns = {
        "int": tr("whole number"), "float": tr("number"), "pair": tr("whole numbers, one for each axis"),
        "shape": tr("whole numbers"), "text": tr("text"),
    }  # fmt: skip
    return " · ".join([*map(told, field.choices), nouns.get(field.kind, tr("text")) + limits_of(field)])


def _activations(field: FormField) -> bool:
    """Whether activations can be chosen: they go by their names in every language."""
    kinds = {kind.type_name for kind in REGISTRY.all() if kind.family == "activation"}
    return bool(field.choices) and kinds.issuperset(field.choices)
