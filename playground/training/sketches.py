"""Networks to begin with: sensible for a task and a shape, laid out from left to right."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

import playground.layers  # noqa: F401  (registers the built-in layers)
from playground.core.graph import Graph, Link, Node
from playground.core.language import tr
from playground.core.layer import REGISTRY
from playground.core.shape import Shape

STEP, ROW = 232.0, 220.0  # from card to card, and from row to row
Sketch = tuple[str, dict[str, Any]]  # a layer by type name and parameters
LATENT = 2
_CONVOLVED = 16  # the least side of images that convolutions are worth it for
_SMALL_IMAGE = 3 * 64 * 64


def chain(layers: Iterable[Sketch], x: float = 0.0, y: float = 0.0) -> Graph:
    """``layers`` linked one to the next, from left to right."""
    graph = Graph()
    last: Node | None = None
    for number, (kind, params) in enumerate(layers):
        graph, node = _added(graph, kind, params, x + STEP * number, y)
        if last is not None:
            graph = graph.replace(links=(*graph.links, Link(source=last.id, target=node.id)))
        last = node
    return graph


def _added(graph: Graph, kind: str, params: dict[str, Any], x: float, y: float) -> tuple[Graph, Node]:
    known = REGISTRY.get(kind)
    assert known is not None  # built in
    node = Node(id=graph.free_id(known.id_stem), type=kind, params=params, x=x, y=y)
    return graph.replace(nodes=(*graph.nodes, node)), node


def extended(graph: Graph, layer: Sketch) -> Graph:
    """``graph`` with one more layer behind its last."""
    last = graph.by_id[graph.exits[0]]
    longer, node = _added(graph, *layer, last.x + STEP, last.y)
    return longer.replace(links=(*longer.links, Link(source=last.id, target=node.id)))


# --- answers ---------------------------------------------------------------------------------------------------------


def predictor(shape: Shape, outputs: Sketch, vocabulary: int = 0) -> Graph:
    """From a sample to what a last layer says: convolutions for images, an LSTM for sequences and texts, else Dense."""
    return chain([("Input", {}), *_body(shape, vocabulary), outputs])


def _body(shape: Shape, vocabulary: int) -> list[Sketch]:
    if shape.whole:
        return [("Embedding", {"vocabulary": max(1, vocabulary), "dimension": 32}), ("LSTM", {"units": 32})]
    if shape.is_sequence:
        return [("LSTM", {"units": 64})]
    if shape.is_image and min(shape.spatial) >= _CONVOLVED:
        return [*_convolutions(shape), ("Flatten", {}), ("Dense", {"units": 64, "activation": "ReLU"})]
    flat: list[Sketch] = [] if shape.is_vector else [("Flatten", {})]
    units = 16 if shape.count <= 2 else 64 if shape.is_vector else 128
    # a bend for points that is smooth: the regions of a plane get round edges
    activation = "Tanh" if shape.count <= 2 else "ReLU"
    return [*flat, *[("Dense", {"units": units, "activation": activation})] * 2]


def _convolutions(shape: Shape) -> list[Sketch]:
    """Convolution and pooling in turn, until about 7 × 7 places are left."""
    found: list[Sketch] = []
    side, filters = min(shape.spatial), 16
    while side >= 14 or not found:
        kernels = {"filters": filters, "kernel": 3, "padding": "same", "activation": "ReLU"}
        found += [("Conv2D", kernels), ("MaxPool2D", {"size": 2})]
        side, filters = side // 2, min(128, filters * 2)
    return found


# --- the sample itself -----------------------------------------------------------------------------------------------


def autoencoder(shape: Shape, end: str) -> Graph:
    """Dense layers that narrow and widen again to as many numbers; ``end`` is the last activation."""
    wide, code = widths(shape)
    return chain([
        ("Input", {}), *_flattened(shape), ("Dense", {"units": wide, "activation": "ReLU"}),
        ("Dense", {"units": code, "activation": "ReLU" if code > LATENT else "Tanh"}),
        ("Dense", {"units": wide, "activation": "ReLU"}), ("Dense", {"units": shape.count, "activation": end}),
    ])  # fmt: skip


def variational(shape: Shape, end: str) -> Graph:
    """As ``autoencoder``, with a mean and a log variance between which a code is drawn."""
    wide, code = widths(shape)
    begin = chain([("Input", {}), *_flattened(shape), ("Dense", {"units": wide, "activation": "ReLU"})])
    x, fork = STEP * len(begin.nodes), begin.nodes[-1]
    graph, mean = _added(begin, "Dense", {"units": code}, x, -ROW / 2)
    graph, spread = _added(graph, "Dense", {"units": code}, x, ROW / 2)
    mean, spread = mean.replace(name=tr("Mean")), spread.replace(name=tr("Log variance"))
    graph = graph.replace(nodes=(*graph.nodes[:-2], mean, spread))
    graph, sample = _added(graph, "GaussianSample", {}, x + STEP, 0.0)
    links = [
        Link(source=fork.id, target=mean.id), Link(source=fork.id, target=spread.id),
        Link(source=mean.id, target=sample.id, target_port="mean"),
        Link(source=spread.id, target=sample.id, target_port="log_variance"),
    ]  # fmt: skip
    last = sample
    decoder: list[Sketch] = [
        ("Dense", {"units": wide, "activation": "ReLU"}), ("Dense", {"units": shape.count, "activation": end})
    ]  # fmt: skip
    for number, (kind, params) in enumerate(decoder, 2):
        graph, node = _added(graph, kind, params, x + STEP * number, 0.0)
        links.append(Link(source=last.id, target=node.id))
        last = node
    return graph.replace(links=(*graph.links, *links))


def widths(shape: Shape) -> tuple[int, int]:
    """Units of the hidden layers, and of the code: half of the numbers of small samples, 32 of large ones."""
    if shape.count <= 2:
        return 64, 1 if shape.count == 1 else 2
    if shape.count <= 64:
        return 64, max(1, shape.count // 2)
    return min(256, 2 ** math.floor(math.log2(shape.count))), 32


def _flattened(shape: Shape) -> list[Sketch]:
    return [] if shape.is_vector else [("Flatten", {})]


def _formed(shape: Shape) -> list[Sketch]:
    return [] if shape.is_vector else [("Reshape", {"sizes": list(shape.sizes)})]


# --- forging ---------------------------------------------------------------------------------------------------------


def generator(shape: Shape, end: str = "Tanh") -> Graph:
    """Noise to a sample: transposed convolutions for images whose sides 4 divides, else Dense layers."""
    if _painted(shape):
        channels, height, width = shape.sizes
        small = (64, height // 4, width // 4)
        return chain([
            ("Noise", {"size": 64}), ("Dense", {"units": math.prod(small)}), ("Reshape", {"sizes": list(small)}),
            ("BatchNorm", {}), ("ReLU", {}),
            ("ConvTranspose2D", {"filters": 32, "kernel": 4}), ("BatchNorm", {}), ("ReLU", {}),
            ("ConvTranspose2D", {"filters": channels, "kernel": 4, "activation": end}),
        ])  # fmt: skip
    wide = 64 if shape.count <= 64 else 256
    size = 8 if shape.count <= 8 else 64
    return chain([
        ("Noise", {"size": size}), *[("Dense", {"units": wide, "activation": "ReLU"})] * 2,
        ("Dense", {"units": shape.count, "activation": end}), *_formed(shape),
    ])  # fmt: skip


def discriminator(shape: Shape, end: str = "Sigmoid") -> Graph:
    """A sample to one value: strided convolutions for images, else Dense layers, with leaky bends."""
    leaky = {"activation": "LeakyReLU"}
    last: Sketch = ("Dense", {"units": 1, "activation": end})
    if _painted(shape):
        window = {"kernel": 4, "stride": 2, "padding": 1, **leaky}
        layers: list[Sketch] = [("Conv2D", {"filters": filters, **window}) for filters in (32, 64)]
        return chain([("Input", {}), *layers, ("Flatten", {}), last])
    wide = 64 if shape.count <= 64 else 256
    return chain([("Input", {}), *_flattened(shape), *[("Dense", {"units": wide, **leaky})] * 2, last])


def _painted(shape: Shape) -> bool:
    return shape.is_image and min(shape.spatial) >= _CONVOLVED and not any(side % 4 for side in shape.spatial)
