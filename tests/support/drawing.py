"""Drawn parameters and input shapes for any kind of layer, from its fields' own types and limits.

Biased to small numbers that belong together, so that a good share of what is drawn is accepted by the shape rule. The
same seed draws the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import playground.layers  # noqa: F401  (registers the layers)
from playground.core.forms import FormField, form_fields
from playground.core.graph import Node
from playground.core.layer import Layer
from playground.core.shape import Shape, ShapeError

Kind = type[Layer]
LARGEST_SIZE = 9
# Small enough to build hundreds in a moment, and with many divisors among them.
SMALL = (1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 6)
RANKS = (1, 1, 2, 2, 2, 3, 3, 3, 3, 4)


@dataclass(frozen=True)
class Drawn:
    """One layer as it was drawn: what it is given, and what its rule makes of it."""

    node: Node
    shapes: tuple[Shape, ...]
    outputs: tuple[Shape, ...] = ()
    refused: ShapeError | None = None

    @property
    def layer(self) -> Layer:
        assert self.node.layer is not None
        return self.node.layer

    def __str__(self) -> str:
        return f"{self.node.type}({self.node.params}) given {', '.join(map(str, self.shapes)) or 'nothing'}"


def drawn(kind: Kind, random: Random, number: int = 1, ranks: Sequence[int] = RANKS) -> Drawn:
    """One layer of ``kind`` with parameters that its fields accept, and input shapes of these ``ranks``."""
    node = _node(kind, random, number)
    while node.layer is None:  # fields may depend on each other, and lists have a length
        node = _node(kind, random, number)
    given = shapes(kind, node.layer, random, ranks)
    try:
        return Drawn(node, given, node.layer.outputs_for(*given) if kind.inputs else given)
    except ShapeError as error:
        return Drawn(node, given, refused=error)


def accepted(kind: Kind, count: int, seed: int = 0, limit: int = 20_000) -> tuple[list[Drawn], list[Drawn]]:
    """``count`` layers that their rule accepts, and those refused on the way; fewer when ``limit`` draws give no more.

    Half of the draws have the rank of one that was accepted before: a layer of images is not given vectors for ever.
    """
    random = Random(f"{kind.type_name} {seed}")
    taken: list[Drawn] = []
    refused: list[Drawn] = []
    while len(taken) < count and len(taken) + len(refused) < limit:
        known = [one.shapes[0].rank for one in taken]
        one = drawn(kind, random, len(taken) + 1, known if known and random.random() < 0.7 else RANKS)
        (taken if one.refused is None else refused).append(one)
    return taken, refused


def _node(kind: Kind, random: Random, number: int) -> Node:
    params = {field.name: value(field, random) for field in form_fields(kind)}
    for field in form_fields(kind):  # most people change a few fields only
        if random.random() < (0.8 if field.section else 0.3):
            params.pop(field.name)
    return Node(id=f"{kind.id_stem}{number}", type=kind.type_name, params=params)


def value(field: FormField, random: Random) -> Any:
    """A value that the field allows, as JSON holds it."""
    options: list[Callable[[], Any]] = []
    if field.kind in ("int", "pair", "shape"):
        options += [lambda: whole(field, random)] * 3 if field.kind != "shape" else []
        if field.kind == "pair" and not (field.choices and field.axes == 1):
            options.append(lambda: [whole(field, random) for _ in range(field.axes)])
        if field.kind == "shape":
            options.append(lambda: _row(field, random))
    elif field.kind == "float":
        options.append(lambda: _real(field, random))
    elif field.kind == "bool":
        options.append(lambda: random.random() < 0.5)
    elif field.kind in ("layer", "network", "text"):
        return field.default
    if field.choices:
        options += [lambda: random.choice(field.choices)] * 2
    if field.optional:
        options.append(lambda: None)
    return random.choice(options)()


def whole(field: FormField, random: Random) -> int:
    low = -9 if field.minimum is None else max(field.minimum, -9)
    options = [n for n in SMALL if low <= n and (field.maximum is None or n <= field.maximum)]
    options += [n for n in range(int(low), 1) if field.maximum is None or n <= field.maximum] * (1 if low < 0 else 3)
    return random.choice(options)


def _row(field: FormField, random: Random) -> list[int]:
    """Whole numbers in a row; sometimes an order of axes, which no single draw would hit upon."""
    count = random.choice((1, 1, 2, 2, 3, 4))
    if field.minimum == 0 and random.random() < 0.4:
        return random.sample(range(count), count)
    return [whole(field, random) for _ in range(count)]


def _real(field: FormField, random: Random) -> float:
    low = 0.0 if field.minimum is None else field.minimum
    high = min(field.maximum if field.maximum is not None else 1.0, max(low, 0.0) + 1.0)
    found = random.uniform(low, high)
    return found if not (field.exclusive_minimum and found == low) else high / 2


def shapes(kind: Kind, layer: Layer, random: Random, ranks: Sequence[int] = RANKS) -> tuple[Shape, ...]:
    """Shapes for the inputs of ``layer``: equal, alike, or turned; ids where they are wanted."""
    if not kind.inputs:
        found = layer.source_shape(_shape(random, ranks))
        assert found is not None
        return (found,)
    ports = layer.input_ports()
    needed = sum(not port.optional for port in ports)
    count = random.randint(needed, len(ports)) if not ports[0].many else random.randint(2, 4)
    first = _shape(random, ranks)
    found = [first, *(_alike(first, random) for _ in range(count - 1))]
    ids = kind.takes == "ids" or (kind.takes == "any" and random.random() < 0.25)
    return tuple(Shape(shape.sizes, shape.names, True) for shape in found) if ids else tuple(found)


def _shape(random: Random, ranks: Sequence[int] = RANKS) -> Shape:
    return Shape.of(random.choice((*SMALL, 7, 8, 8, LARGEST_SIZE)) for _ in range(random.choice(ranks)))


def _alike(first: Shape, random: Random) -> Shape:
    """The same, with one other size, with its last two axes turned, or another one altogether."""
    luck = random.random()
    if luck < 0.45:
        return first
    if luck < 0.75:
        return first.resized(random.randrange(first.rank), random.choice(SMALL))
    if luck < 0.9 and first.rank > 1:
        *rest, a, b = first.sizes
        return Shape((*rest, b, random.choice((a, *SMALL))), first.names)
    return _shape(random)
