"""The page of all layers, docs/layers.md, written from the classes themselves: ``python -m docs.make_layers_page``.

Nothing on it is typed by hand: a test holds the page on disk against what the classes say.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import playground.layers  # noqa: F401  (registers the layers)
from playground.core.forms import FormField, form_fields
from playground.core.layer import FAMILIES, REGISTRY, Family, Layer
from playground.core.plugins import package_of
from playground.core.shape import Shape, ShapeError
from playground.core.weights import SECTION, Initialized, Weighted
from playground.ui.widgets.parse import expectation, format_value

PAGE = Path(__file__).parent / "layers.md"

# One sample of each kind of data: what a layer gives for them is asked of the layer.
SAMPLES = {
    "vector": Shape.vector(64),
    "sequence": Shape.sequence(16, 64),
    "image": Shape.image(64, 16, 16),
    "volume": Shape.volume(64, 8, 16, 16),
    "ids": Shape((16,), ("features",), True),
}
# For layers that cannot take one shape twice, or that do something to an axis of size 1 alone.
PRODUCT = (Shape.sequence(16, 64), Shape.sequence(64, 32))
THIN = Shape.image(1, 16, 16)
PUNCTUATION = {
    r"\\": r"\cr ", r"\,": r"\thinspace ", r"\;": r"\thickspace ", r"\{": r"\lbrace ", r"\}": r"\rbrace ",
}  # fmt: skip
MANY = 2  # links into a port that takes any number

INTRODUCTION = """# Layers

All {count} layers that come with the program, by family. This page is written from the classes that the program itself
works with (`make figures`). The inspector shows the same of a selected layer; how to put one on the canvas is told in
[canvas.md](canvas.md), how to add layers of your own in [plugins.md](plugins.md).

Shapes are those of one sample. What a layer **takes** and **gives** are examples with its parameters as they are at
first: a vector of 64 features, a sequence (time × features), an image (channels × height × width), a volume (channels ×
depth × height × width), or ids, whole numbers that name something. What a layer cannot take, it says under Problems.
A name in brackets is the one in project files and in [Python](python.md), where it differs from the title.
"""
WEIGHTS = """## Weights

Layers that learn numbers also have these, under *Weights* in the inspector; the initializer where there are matrices or
kernels.
"""


def main() -> int:
    PAGE.write_text(page(), encoding="utf-8")
    print(PAGE.relative_to(PAGE.parents[1]))
    return 0


def page() -> str:
    """The whole page, for the layers that come with the program."""
    kinds = [kind for kind in REGISTRY.all() if package_of(kind) is None]
    families = [(family, [kind for kind in kinds if kind.family == family]) for family in FAMILIES]
    parts = [INTRODUCTION.format(count=len(kinds)), _contents(families)]
    for family, members in families:
        if members:
            parts.append(f"## {family.capitalize()} layers\n")
        parts += [_layer(kind) for kind in members]
    parts += [WEIGHTS, *_table(_weight_fields())]
    return "\n".join(parts).rstrip() + "\n"


def _contents(families: list[tuple[Family, list[type[Layer]]]]) -> str:
    rows = [
        f"| [{family}](#{family}-layers) | {', '.join(f'[{kind.title}](#{_anchor(kind)})' for kind in members)} |"
        for family, members in families if members
    ]  # fmt: skip
    return "\n".join(["| family | layers |", "| --- | --- |", *rows, ""])


def _anchor(kind: type[Layer]) -> str:
    return re.sub(r"[^\w -]", "", _heading(kind)).lower().replace(" ", "-")


def _heading(kind: type[Layer]) -> str:
    return kind.title if kind.title == kind.type_name else f"{kind.title} (`{kind.type_name}`)"


def _layer(kind: type[Layer]) -> str:
    lines = [f"### {_heading(kind)}\n", f"{kind.summary} {kind.explanation}".strip() + "\n"]
    if kind.formula:
        lines.append(f"$\\displaystyle {markdown_latex(kind.formula)}$\n")
    ports = _ports(kind)
    if ports:
        lines.append(f"Ports: {ports}.\n")
    lines += _shapes(kind)
    lines += _table([field for field in form_fields(kind) if field.section != SECTION])
    if issubclass(kind, Weighted):
        lines.append("Its weights have settings of their own, [below](#weights).\n")
    if kind.reference:
        lines.append(f"*{kind.reference}*\n")
    return "\n".join(lines)


def markdown_latex(formula: str) -> str:
    """The formula without a backslash before punctuation, which Markdown would take for its own."""
    for short, long in PUNCTUATION.items():
        formula = formula.replace(short, long)
    return re.sub(" +", " ", formula)


def _ports(kind: type[Layer]) -> str:
    """The names of the ports where there are several, and which of them may stay free."""
    parts = []
    if len(kind.inputs) > 1:
        parts.append("in " + ", ".join(f"`{p.name}`{' (optional)' if p.optional else ''}" for p in kind.inputs))
    elif kind.inputs and kind.inputs[0].many:
        parts.append("in any number of links")
    if len(kind.outputs) > 1:
        parts.append("out " + ", ".join(f"`{port.name}`" for port in kind.outputs))
    return "; ".join(parts)


def _shapes(kind: type[Layer]) -> list[str]:
    """What it takes and what it then gives, as the layer itself says it: a sentence where both are the same."""
    layer = kind()
    if layer.nested() is not None:
        return []
    examples = list(_examples(layer))
    changes = any(shape not in taken for _, taken, given in examples for shape in given)
    names = [name for name, _, _ in examples]
    if examples and not layer.output_ports():
        return [f"Takes {_listed(names)}.\n"]
    if examples and not changes:
        several = " of one shape" if len(examples[0][1]) > 1 else ""
        return [f"Takes {_listed(names)}{several}, and gives the same shape.\n"]
    rows = [f"| {f'{name} {_told(taken)}'.strip()} | {_told(given)} |" for name, taken, given in examples]
    return ["| takes | gives |", "| --- | --- |", *rows, ""] if rows else []


def _examples(layer: Layer) -> Iterator[tuple[str, tuple[Shape, ...], tuple[Shape, ...]]]:
    """Name of the kind of data, shapes that are taken, shapes that are given."""
    ports = [port for port in layer.input_ports() if not port.optional]
    if not ports:
        own = layer.source_shape(None)
        if own is not None:
            yield "nothing", (), (own,)
        return
    several = MANY if ports[0].many else len(ports)
    same = [(name, (shape,) * several) for name, shape in SAMPLES.items()]
    found = [(name, shapes, given) for name, shapes in same if (given := _given(layer, shapes)) is not None]
    if several == len(PRODUCT) and "sequence" not in {name for name, _, _ in found}:
        given = _given(layer, PRODUCT)
        found[:0] = [("sequence", PRODUCT, given)] if given is not None else []
    if (thinner := _given(layer, (THIN,) * several)) is not None and thinner[0].rank < THIN.rank:
        found = [("image", (THIN,), thinner), *found] if all(given == taken for _, taken, given in found) else found
    yield from found


def _listed(names: list[str]) -> str:
    plural = [name if name.endswith("s") else f"{name}s" for name in names]
    return plural[0] if len(plural) == 1 else f"{', '.join(plural[:-1])} and {plural[-1]}"


def _told(shapes: tuple[Shape, ...]) -> str:
    return " and ".join(str(shape) for shape in shapes)


def _given(layer: Layer, shapes: tuple[Shape, ...]) -> tuple[Shape, ...] | None:
    try:
        return layer.outputs_for(*shapes)
    except ShapeError:
        return None


def _table(fields: list[FormField]) -> list[str]:
    if not fields:
        return []
    rows = ["| parameter | takes | at first | |", "| --- | --- | --- | --- |"]
    for field in fields:
        rows.append(f"| {field.label} `{field.name}` | {_takes(field)} | {_default(field)} | {_cell(field.help)} |")
    return [*rows, ""]


def _default(field: FormField) -> str:
    if isinstance(field.default, bool):
        return "yes" if field.default else "no"
    if isinstance(field.default, int):
        return f"{field.default:,}" if field.kind == "int" else format_value(field, field.default)
    return format_value(field, field.default) or "nothing"


def _takes(field: FormField) -> str:
    if field.kind == "bool":
        return "yes or no"
    if field.kind in {"layer", "network"}:
        return f"another {field.kind}{', or nothing' if field.optional else ''}"
    activations = {kind.type_name for kind in REGISTRY.all() if kind.family == "activation"}
    if field.choices and activations.issuperset(field.choices):
        return "one of the [activations](#activation-layers)"
    return _cell(expectation(field).removeprefix(f"{field.label} takes ").removesuffix("."))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _weight_fields() -> list[FormField]:
    return [field for field in form_fields(Initialized) if field.section == SECTION]


if __name__ == "__main__":
    sys.exit(main())
