"""What stands for "nothing is there": where Integrated Gradients begins, and what occlusion puts over a sample."""

from __future__ import annotations

import math

import numpy as np
import torch
from torch import Tensor, fx
from torch.nn import functional

from playground.core.language import tr
from playground.engine import random_states
from playground.engine.data.tokens import PADDING
from playground.engine.errors import CannotTrain
from playground.engine.lenses.explain.entrance import Entrance
from playground.engine.samples import even_places
from playground.engine.state import TrainingState
from playground.protocol.lenses.explain import Baseline

_MOST_SAMPLES, _MOST_NUMBERS = 512, 2_000_000  # for means and deviations
_MOST_TEXTS = 32  # a whole network is run for them
_BLUR = 8  # a deviation of so much of the shorter side


def baseline(state: TrainingState, network: fx.GraphModule, entrance: Entrance, kind: Baseline, anew: int) -> Tensor:
    """Like ``entrance.point``. Raises ``CannotTrain`` where there is no such thing for this sample.

    "zero" is black for images, 0 in the units of the data for other numbers, padding for words. "mean" is that of the
    training samples, "noise" numbers between black and white for images, as the training samples are spread for others,
    words drawn by chance for texts.
    """
    if entrance.whole:
        return _of_words(state, network, entrance, kind, anew)
    point = entrance.point
    if kind == "blurred":
        return blurred(point)
    if kind == "mean":
        return training_numbers(state).mean(0, keepdim=True)
    image = state.samples.arrays.dataset.shape.is_image
    shape = tuple(point.shape[1:])
    if kind == "zero":
        return _prepared(state, np.full(shape, state.samples.ends[0] if image else 0.0, np.float32))
    generator = _generator(state, anew)
    if image:
        low, high = state.samples.ends
        drawn = low + (high - low) * torch.rand(shape, generator=generator)
        return _prepared(state, drawn.numpy())
    known = training_numbers(state)
    spread = known.std(0, keepdim=True) if len(known) > 1 else torch.ones_like(point)
    return known.mean(0, keepdim=True) + spread * torch.randn(point.shape, generator=generator).to(point)


def training_numbers(state: TrainingState, most: int = _MOST_SAMPLES) -> Tensor:
    """At most ``most`` of the training samples, evenly spread, as a network takes them: n×shape."""
    samples = state.samples
    most = max(1, min(most, _MOST_NUMBERS // max(1, samples.arrays.dataset.shape.count)))
    if not samples.train_count:
        raise CannotTrain(tr("There are no training samples to take the mean of."))
    return samples.prepared(samples.stored("train", even_places(samples.train_count, most))[0])


def blurred(x: Tensor) -> Tensor:
    """``x`` 1×c×h×w (or 1×time×features, along time) under a Gaussian, its edges repeated."""
    if x.dim() == 3:
        return blurred(x.transpose(1, 2)[:, :, None])[:, :, 0].transpose(1, 2)
    if x.dim() != 4:
        raise CannotTrain(tr("Only images and series can be blurred: here neighbours mean nothing."))
    found = x
    sides = [side for side in x.shape[2:] if side > 1]
    deviation = max(1.0, min(sides, default=1) / _BLUR)
    for axis in (2, 3):
        reach = min(math.ceil(3 * deviation), x.shape[axis] - 1)
        at = torch.arange(-reach, reach + 1, device=x.device, dtype=x.dtype)
        weights = torch.exp(-at.square() / (2 * deviation**2))
        kernel = (weights / weights.sum()).reshape(1, 1, *((-1, 1) if axis == 2 else (1, -1)))
        padding = (0, 0, reach, reach) if axis == 2 else (reach, reach, 0, 0)
        padded = functional.pad(found, padding, mode="replicate")
        found = functional.conv2d(padded, kernel.expand(x.shape[1], 1, -1, -1), groups=x.shape[1])
    return found


def _of_words(state: TrainingState, network: fx.GraphModule, entrance: Entrance, kind: Baseline, anew: int) -> Tensor:
    ids = entrance.x
    if kind == "blurred":
        raise CannotTrain(tr("Words cannot be blurred: their numbers are only names."))
    if kind == "zero":
        return entrance.rows(network, torch.full_like(ids, PADDING))
    if kind == "noise":
        count = max(2, state.samples.arrays.dataset.vocabulary)
        drawn = torch.randint(1, count, ids.shape, generator=_generator(state, anew))
        return entrance.rows(network, drawn.to(ids))
    rows = entrance.rows(network, training_numbers(state, _MOST_TEXTS))
    return rows.flatten(0, 1).mean(0).expand_as(entrance.point).clone()


def _prepared(state: TrainingState, x: np.ndarray) -> Tensor:
    """Numbers in the units of the data (bytes from 0 to 1) as a network takes them."""
    return state.samples.prepared(x[None])


def _generator(state: TrainingState, anew: int) -> torch.Generator:
    seed = random_states.derived_seed(state.project.training.seed, "shown", 200 + anew)
    return torch.Generator().manual_seed(seed)
