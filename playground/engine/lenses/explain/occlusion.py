"""Occlusion: what the explained number loses when a part of the sample is covered."""

from __future__ import annotations

import itertools
import math
import time
from collections.abc import Iterator

import torch
from torch import Tensor

from playground.core.language import tr
from playground.engine.lenses.explain.gradients import MOST_AT_ONCE, SECONDS
from playground.engine.lenses.explain.layout import placed
from playground.engine.lenses.explain.question import Question
from playground.engine.lenses.portions import Portions
from playground.protocol.lenses.explain import Attribution

_ACROSS = 7  # patches that cover an image, side by side
_PATCHES, _MOMENTS = 4096, 12

Window = tuple[slice, ...]


def occlusion(question: Question) -> Iterator[Attribution]:
    """F(x) − F(x with a patch of the baseline), for each place the mean over the patches that cover it. A patch covers
    all channels, or all features of a moment or of a word; NaN where no patch has been yet.

    Zeiler and Fergus 2014, arXiv:1311.2901.
    """
    point, base = question.point, question.base
    places = _places(point)
    patch, stride = _sizes(question, places)
    patches = windows(places, patch, stride)
    lost = torch.zeros(places, dtype=torch.float64, device=point.device)
    covered = torch.zeros_like(lost)
    first = 1 if point.dim() in (2, 3) else 2  # the axis of the first place
    what = "×".join(map(str, patch))
    at, portions = 0, Portions(SECONDS, most=MOST_AT_ONCE)
    while at < len(patches):
        count, began = portions.fitting(SECONDS), time.perf_counter()
        now = patches[at : at + count]
        with torch.no_grad():
            points = point.repeat(len(now), *[1] * (point.dim() - 1))
            for number, window in enumerate(now):
                where = (slice(number, number + 1), *[slice(None)] * (first - 1), *window)
                points[where] = base[(slice(0, 1), *where[1:])]
            drops = question.value - question.values(points).double()
        for window, drop in zip(now, drops, strict=True):
            lost[window] += drop
            covered[window] += 1
        at += len(now)
        portions.took(len(now), time.perf_counter() - began)
        done = at / len(patches)
        values = placed(question, _shown(question, lost / covered))
        total = float((lost / covered.clamp_min(1)).sum())
        detail = tr("a patch of {what}", what=what) if math.prod(patch) > 1 else ""
        yield Attribution("occlusion", values, total=total, done=done, step=question.step, detail=detail)


def windows(places: tuple[int, ...], patch: tuple[int, ...], stride: tuple[int, ...]) -> list[Window]:
    """All patches, the last of an axis cut at its end so that every place is covered."""
    starts = [
        [step * index for index in range(math.ceil(max(0, size - side) / step) + 1)]
        for size, side, step in zip(places, patch, stride, strict=True)
    ]
    return [
        tuple(slice(start, start + side) for start, side in zip(corner, patch, strict=True))
        for corner in itertools.product(*starts)
    ]


def _places(point: Tensor) -> tuple[int, ...]:
    """Sizes of the places of a sample: of an image its pixels, of a series or a text its moments, of a row its
    features.
    """
    if point.dim() in (2, 3):
        return (point.shape[1],)
    return tuple(point.shape[2:])


def _sizes(question: Question, places: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Patch and stride along each axis: what was asked for, else what fits; patches of a row are single features."""
    lens, dims = question.lens, question.point.dim()
    if dims == 2:
        return (1,), (1,)
    if dims == 3:
        patch = lens.patch or (1 if question.entrance.whole else max(1, places[0] // _MOMENTS))
    else:
        patch = lens.patch or max(1, round(min(places) / _ACROSS))
    sides = tuple(min(patch, size) for size in places)
    stride = lens.stride or max(1, patch // 2)
    while math.prod(math.ceil(size / stride) for size in places) > _PATCHES:
        stride += 1  # nobody waits for tens of thousands of patches
    return sides, tuple(min(stride, side) for side in sides)


def _shown(question: Question, values: Tensor) -> Tensor:
    if question.point.dim() == 3 and not question.entrance.whole:
        return values[:, None].expand(-1, question.point.shape[2])
    return values
