"""What a layer takes and gives: of the selected one its own shapes, else examples that the layer itself works out."""

from __future__ import annotations

from collections.abc import Iterator

from playground.core.infer import NodeFacts
from playground.core.language import mark, tr
from playground.core.layer import Layer
from playground.core.shape import Shape, ShapeError

# One sample of each kind of data; small enough to be read.
_SAMPLES: tuple[tuple[str, Shape], ...] = (
    (mark("image"), Shape.image(3, 32, 32)), (mark("vector"), Shape.vector(64)),
    (mark("sequence"), Shape.sequence(16, 64)), (mark("volume"), Shape.volume(4, 8, 16, 16)),
    (mark("ids"), Shape((16,), ("features",), True)), (mark("image"), Shape.image(64, 16, 16)),
)  # fmt: skip
_PRODUCT = (Shape.sequence(16, 64), Shape.sequence(64, 32))  # matrices that can be multiplied
_THIN = Shape.image(1, 16, 16)  # for what drops an axis of size 1
_MOST = 3


def examples(layer: Layer) -> list[tuple[str, tuple[Shape, ...], tuple[Shape, ...]]]:
    """At most three of: name of a kind of data, shapes taken, shapes given."""
    found: list[tuple[str, tuple[Shape, ...], tuple[Shape, ...]]] = []
    for name, taken, given in _tried(layer):
        if name not in {each[0] for each in found}:
            found.append((name, taken, given))
    return found[:_MOST]


def _tried(layer: Layer) -> Iterator[tuple[str, tuple[Shape, ...], tuple[Shape, ...]]]:
    ports = [port for port in layer.input_ports() if not port.optional]
    if not ports:
        own = layer.source_shape(Shape.image(1, 28, 28))
        if own is not None:
            yield "", (), (own,)
        return
    links = 2 if ports[0].many else len(ports)
    tries = [(name, (shape,) * links) for name, shape in _SAMPLES]
    tries += [(mark("matrices"), _PRODUCT)] if links == len(_PRODUCT) else [(mark("image"), (_THIN,) * links)]
    for name, taken in tries:
        try:
            yield name, taken, layer.outputs_for(*taken)
        except ShapeError:
            continue


def example_rows(layer: Layer) -> tuple[tuple[str, str], ...]:
    """The examples as names and values."""
    return tuple(
        (tr(name).capitalize() if name else tr("Gives"), f"{_told(taken)} → {_told(given)}" if taken else _told(given))
        for name, taken, given in examples(layer)
    )


def example_facts(layer: Layer) -> NodeFacts | None:
    """Facts of the layer behind its first example; None for one that takes none of them."""
    found = examples(layer)
    return NodeFacts(inputs=found[0][1], outputs=found[0][2]) if found else None


def _told(shapes: tuple[Shape, ...]) -> str:
    return " + ".join(str(shape) for shape in shapes) or tr("nothing")
