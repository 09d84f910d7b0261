"""Fields of a description (layer, optimizer, loss …) as the forms and help pages need them.

Everything is derived from the pydantic class itself, so a form can never disagree with the check.
"""

from __future__ import annotations

import inspect
import types
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import annotated_types
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from playground.core.field_habits import FieldScale, scale_of, unit_of
from playground.core.language import foreign, mark, tr

FieldKind = Literal["int", "float", "bool", "choice", "pair", "shape", "layer", "network", "text", "file", "folder"]


# Where more than underscores parts the name in a file from what people call it.
_WORDS = {"non_saturating": mark("Non-saturating"), "wasserstein_gp": mark("Wasserstein, with penalty"),
          "lecun_normal": mark("LeCun normal")}  # fmt: skip


def worded(choice: str) -> str:
    """A choice in words: ``least_squares`` as "Least squares"."""
    text = choice.replace("_", " ")
    return _WORDS.get(choice) or f"{text[:1].upper()}{text[1:]}"


def told(choice: str) -> str:
    """A choice as it is shown in a form: as files and PyTorch write it, in other languages in their words."""
    return tr(worded(choice)) if foreign() else choice


def called(name: str) -> str:
    """A field within a sentence, by the name that it has in a file: ``kernel_size`` as "kernel size"."""
    return tr(name.replace("_", " ").capitalize()).lower()


@dataclass(frozen=True, slots=True)
class FormField:
    """One field: its kind decides the editor, its limits what the editor lets through.

    ``pair`` is one whole number for both axes or two of them (height, width), or one of ``choices``
    where there are any ("same", "valid"). ``axes`` numbers make a pair (2) or a triple (3). ``layer`` and ``network``
    name another layer of the network, another network of the project. Fields of one ``section`` stand together.
    ``unit`` is what the number is counted in ("px"; empty for a plain number), ``scale`` how its values lie ("powers"
    of two, "log"), ``step`` what an arrow key adds (None: as the range suggests).
    """

    name: str
    label: str
    kind: FieldKind
    default: Any
    help: str
    minimum: float | None = None
    maximum: float | None = None
    exclusive_minimum: bool = False
    exclusive_maximum: bool = False
    choices: tuple[str, ...] = ()
    optional: bool = False
    section: str = ""
    axes: int = 2
    unit: str = ""
    scale: FieldScale = ""
    step: float | None = None


@cache
def form_fields(model: type[BaseModel]) -> tuple[FormField, ...]:
    """The fields of ``model``: its own in the order of the class, then what it inherits; sections last.

    Fields that other parts of the program keep (``editor: none``) are left out.
    """
    own = {name: place for place, name in enumerate(inspect.get_annotations(model))}
    names = sorted(
        (name for name, info in model.model_fields.items() if _extra(info).get("editor") != "none"),
        key=lambda name: (_extra(model.model_fields[name]).get("section", ""), own.get(name, len(own))),
    )
    return tuple(_describe(name, model.model_fields[name]) for name in names)


def _extra(info: FieldInfo) -> dict[str, Any]:
    return info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}


def _describe(name: str, info: FieldInfo) -> FormField:
    members = _members(info.annotation)
    choices = tuple(str(value) for member in members if get_origin(member) is Literal for value in get_args(member))
    limits, extra = _limits(info.annotation, info.metadata), _extra(info)
    kind, default = extra.get("editor") or _kind(members), info.get_default(call_default_factory=True)
    return FormField(
        name=name,
        label=info.title or name.replace("_", " ").capitalize(),
        kind=kind,
        default=default,
        help=info.description or "",
        choices=choices,
        optional=type(None) in members,
        section=extra.get("section", ""),
        unit=extra.get("unit", unit_of(name, kind, info.description or "")),
        scale=extra.get("scale", scale_of(name, kind, default, limits.get("maximum"))),
        step=extra.get("step"),
        axes=max((len(get_args(member)) for member in members if get_origin(member) is tuple), default=2),
        **limits,
    )


def _members(annotation: Any) -> tuple[Any, ...]:
    """The alternatives of a union, without their ``Annotated`` wrapping."""
    if get_origin(annotation) is Annotated:
        return _members(get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        return tuple(inner for part in get_args(annotation) for inner in _members(part))
    return (annotation,)


def _kind(members: tuple[Any, ...]) -> FieldKind:
    tuples = [member for member in members if get_origin(member) is tuple]
    if tuples:
        return "shape" if Ellipsis in get_args(tuples[0]) else "pair"
    if any(get_origin(member) is Literal for member in members):
        return "choice"
    for kind, python in (("bool", bool), ("int", int), ("float", float)):
        if python in members:
            return kind  # type: ignore[return-value]
    return "text"


def _limits(annotation: Any, metadata: list[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for limit in [*metadata, *_nested_marks(annotation)]:
        if isinstance(limit, FieldInfo):
            found.update(_limits(None, limit.metadata))
        elif isinstance(limit, annotated_types.Ge):
            found["minimum"] = limit.ge
        elif isinstance(limit, annotated_types.Gt):
            found["minimum"], found["exclusive_minimum"] = limit.gt, True
        elif isinstance(limit, annotated_types.Le):
            found["maximum"] = limit.le
        elif isinstance(limit, annotated_types.Lt):
            found["maximum"], found["exclusive_maximum"] = limit.lt, True
    return found


def _nested_marks(annotation: Any) -> list[Any]:
    """Limits written inside the type, as in ``tuple[Annotated[int, Field(ge=1)], …]``."""
    if annotation is None:
        return []
    marks: list[Any] = list(getattr(annotation, "__metadata__", ()))
    for part in get_args(annotation):
        if part is not Ellipsis and not isinstance(part, (str, int, float)):
            marks += _nested_marks(part)
    return marks
