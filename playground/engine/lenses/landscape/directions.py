"""Two directions among the weights of a network, and where other weights lie between them."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

# A network's weights that train, in their order.
Weights = list[Tensor]


def random_directions(weights: Weights, generator: torch.Generator) -> tuple[Weights, Weights]:
    """Two of Gaussian numbers, each filter (row of a dense layer) as long as the weights' own; biases and the weights
    of norms stay (Li et al. 2018): so the scale of a layer, which a rectifier takes back, does not count.
    """
    first, second = (_one(weights, generator) for _ in range(2))
    return first, second


def _one(weights: Weights, generator: torch.Generator) -> Weights:
    found = []
    for weight in weights:
        drawn = torch.randn(weight.shape, generator=generator).to(weight)
        if weight.dim() < 2:
            found.append(torch.zeros_like(weight))
            continue
        axes = tuple(range(1, weight.dim()))
        lengths = torch.linalg.vector_norm(drawn, dim=axes, keepdim=True).clamp_min(1e-12)
        found.append(drawn * (torch.linalg.vector_norm(weight, dim=axes, keepdim=True) / lengths))
    return found


def path_directions(centre: Weights, past: Sequence[Weights]) -> tuple[Weights, Weights] | None:
    """The two principal directions of ``past`` seen from ``centre``, each as long as the furthest of them lies in it.

    Worked out from the products of the ways with each other, as there are many more weights than ways. None where the
    past does not span a plane.
    """
    ways = [[was - now for was, now in zip(each, centre, strict=True)] for each in past]
    products = torch.tensor([[_product(a, b) for b in ways] for a in ways], dtype=torch.float64)
    if len(ways) < 2:
        return None
    values, vectors = torch.linalg.eigh(products)  # ascending
    if not float(values[-1]) > 0 or float(values[-2]) <= 1e-9 * float(values[-1]):
        return None
    found = []
    for number in (-1, -2):
        shares = vectors[:, number] / values[number].sqrt()  # of length 1
        at = products @ shares
        furthest = float(at[at.abs().argmax()])  # signed: most of the way is on the side of what is positive
        found.append([sum((float(s * furthest) * way[k] for s, way in zip(shares, ways, strict=True)),
                          torch.zeros_like(now)) for k, now in enumerate(centre)])  # fmt: skip
    return found[0], found[1]


def place(centre: Weights, first: Weights, second: Weights, other: Weights) -> tuple[float, float, float, float]:
    """Where ``other`` lies, in lengths of both directions (least squares); the squares of the length of its way as it
    is seen in the plane, and as it is.
    """
    way = [was - now for was, now in zip(other, centre, strict=True)]
    gram = torch.tensor([[_product(a, b) for b in (first, second)] for a in (first, second)], dtype=torch.float64)
    along = torch.tensor([_product(way, first), _product(way, second)], dtype=torch.float64)
    at = torch.linalg.lstsq(gram, along[:, None]).solution[:, 0]
    return float(at[0]), float(at[1]), max(0.0, float(at @ gram @ at)), _product(way, way)


def _product(a: Weights, b: Weights) -> float:
    return float(sum((x.double() * y.double()).sum() for x, y in zip(a, b, strict=True)))
