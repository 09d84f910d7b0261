"""Two directions among the weights of a network, and where other weights lie between them.

What takes long is worked out in steps: ``yield`` says that it may rest here.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from itertools import pairwise

import numpy as np
import torch
from torch import Tensor

# A network's weights that train, in their order.
Weights = list[Tensor]
Slow = Generator[None, None, None]
Plane = tuple[Weights, Weights]
_AT_ONCE = 2**20  # numbers between two rests


def random_directions(weights: Weights, generator: torch.Generator) -> Generator[None, None, Plane]:
    """Two of Gaussian numbers, each filter (row of a dense layer) as long as the weights' own; biases and the weights
    of norms stay (Li et al. 2018): so the scale of a layer, which a rectifier takes back, does not count.
    """
    first = yield from _one(weights, generator)
    second = yield from _one(weights, generator)
    return first, second


def _one(weights: Weights, generator: torch.Generator) -> Generator[None, None, Weights]:
    found = []
    for weight in weights:
        made = torch.zeros_like(weight)
        for rows in _some_rows(weight) if weight.dim() > 1 else ():
            drawn = torch.randn(weight[rows].shape, generator=generator).to(weight)
            axes = tuple(range(1, weight.dim()))
            lengths = torch.linalg.vector_norm(drawn, dim=axes, keepdim=True).clamp_min(1e-12)
            made[rows] = drawn * (torch.linalg.vector_norm(weight[rows], dim=axes, keepdim=True) / lengths)
            yield
        found.append(made)
    return found


def _some_rows(weight: Tensor) -> Iterator[slice]:
    """All rows, a few at a time of a large matrix."""
    count = max(1, _AT_ONCE // max(1, weight[:1].numel()))
    return (slice(at, at + count) for at in range(0, len(weight), count))


def path_directions(centre: Weights, past: Sequence[Weights]) -> Generator[None, None, Plane | None]:
    """The two principal directions of ``past`` seen from ``centre``, each as long as the furthest of them lies in it.

    Worked out from the products of the ways with each other, as there are many more weights than ways. None where the
    past does not span a plane.
    """
    if len(past) < 2:
        return None
    products = np.zeros((len(past), len(past)))
    for now, *others in _pieces(centre, *past):
        ways = torch.stack([other.double() - now.double() for other in others])
        products += (ways @ ways.T).cpu().numpy()
        yield
    values, vectors = np.linalg.eigh(products)  # ascending
    if not values[-1] > 0 or values[-2] <= 1e-9 * values[-1]:
        return None
    found = []
    for number in (-1, -2):
        shares = vectors[:, number] / np.sqrt(values[number])  # of length 1
        at = products @ shares
        furthest = float(at[np.abs(at).argmax()])  # signed: most of the way is on the side of what is positive
        found.append((yield from _mixed(centre, past, shares * furthest)))
    return found[0], found[1]


def _mixed(centre: Weights, past: Sequence[Weights], shares: np.ndarray) -> Generator[None, None, Weights]:
    """The sum of ``shares`` of the ways from ``centre`` to ``past``."""
    found = [torch.zeros_like(weight) for weight in centre]
    for other, share in zip(past, shares.tolist(), strict=True):
        for made, was, now in zip(found, other, centre, strict=True):
            made.add_(was - now, alpha=share)
        yield
    return found


def place(
    centre: Weights, first: Weights, second: Weights, other: Weights
) -> Generator[None, None, tuple[float, float, float, float]]:
    """Where ``other`` lies, in lengths of both directions (least squares); the squares of the length of its way as it
    is seen in the plane, and as it is.
    """
    products = np.zeros((3, 3))
    for now, one, two, was in _pieces(centre, first, second, other):
        parts = torch.stack((one.double(), two.double(), was.double() - now.double()))
        products += (parts @ parts.T).cpu().numpy()
        yield
    gram, along = products[:2, :2], products[:2, 2]
    at = np.linalg.lstsq(gram, along, rcond=None)[0]
    return float(at[0]), float(at[1]), max(0.0, float(at @ gram @ at)), float(products[2, 2])


def _pieces(*several: Weights) -> Iterator[tuple[Tensor, ...]]:
    """The same numbers of each, in a row, so many at a time that all of them together are not too many."""
    most = max(1, _AT_ONCE // len(several))
    for tensors in zip(*several, strict=True):
        flat = [tensor.reshape(-1) for tensor in tensors]
        ends = [*range(0, len(flat[0]), most), len(flat[0])]
        for begin, end in pairwise(ends):
            yield tuple(tensor[begin:end] for tensor in flat)
