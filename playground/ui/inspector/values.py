"""Values between the form and a layer's class."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from playground.core.forms import FormField, form_fields
from playground.core.graph import Node, fault_from
from playground.core.language import tr
from playground.ui.widgets.parse import expectation, format_value


def shown_values(node: Node) -> dict[str, Any]:
    """What the form shows: the layer's values, or what the file says of a layer that cannot be read."""
    kind = node.kind
    if kind is None:
        return {}
    layer = node.layer
    if layer is not None:
        return {field.name: getattr(layer, field.name) for field in form_fields(kind)}
    return {field.name: node.params.get(field.name, field.default) for field in form_fields(kind)}


def as_in_file(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values of a layer as a project file writes them: lists, not tuples."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def shown_faults(kind: type[BaseModel], params: Mapping[str, Any]) -> dict[str, str]:
    """For each field whose value its class refuses, one sentence: what is there and what may be."""
    faults: dict[str, str] = {}
    for field in form_fields(kind):
        if field.name in params and not accepts(kind, field, params[field.name]):
            faults[field.name] = tr(
                "It holds {value!r}. {expectation}",
                value=format_value(field, params[field.name]),
                expectation=expectation(field),
            )
    return faults


def accepts(kind: type[BaseModel], field: FormField, value: Any) -> bool:
    """Whether the class itself takes ``value``: the last word, after what the form's limits let through."""
    return refusal(kind, field, value) is None


def refusal(kind: type[BaseModel], field: FormField, value: Any) -> str | None:
    """Why ``kind`` does not take ``value`` in ``field``, in one sentence; None when it does."""
    try:
        kind.model_validate_json(json.dumps({field.name: value}))
    except ValidationError as error:
        first = error.errors()[0]
        if first["type"] == "too_long":
            return tr("{label} takes at most {most} numbers.", label=tr(field.label), most=first["ctx"]["max_length"])
        fault = fault_from(error)
        return f"{fault.message[:1].upper()}{fault.message[1:]}."
    return None
