"""Methods that follow the gradient of the explained number back to the sample."""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor

from playground.engine.lenses.explain.layout import laid_out
from playground.engine.lenses.explain.question import Question
from playground.engine.lenses.portions import Portions
from playground.protocol.lenses.explain import Attribution

MOST_AT_ONCE, SECONDS = 64, 0.008  # points at a time, and how long these should take
MOST_STEPS = 512


def gradient_at(question: Question, points: Tensor) -> tuple[Tensor, Tensor]:
    """Values N and their gradients N×shape at ``points``."""
    points = points.detach().clone().requires_grad_(True)
    values = question.values(points)
    (slopes,) = torch.autograd.grad(values.sum(), points)
    return values.detach(), slopes


def saliency(question: Question) -> Iterator[Attribution]:
    """|∂F/∂x|: the largest over the channels of a pixel, the length over the features of a word.

    Simonyan et al. 2013, arXiv:1312.6034.
    """
    _, slopes = gradient_at(question, question.point)
    values, total = laid_out(question, slopes, signed=False)
    yield Attribution("saliency", values, signed=False, total=total, done=1.0, step=question.step)


def gradient_input(question: Question) -> Iterator[Attribution]:
    """x · ∂F/∂x, summed over channels, or over the features of a word; x as the network takes it.

    Shrikumar et al. 2016, arXiv:1605.01713.
    """
    _, slopes = gradient_at(question, question.point)
    values, total = laid_out(question, slopes * question.point)
    yield Attribution("gradient_input", values, total=total, done=1.0, step=question.step)


def integrated(question: Question) -> Iterator[Attribution]:
    """(x − x′) · ∫₀¹ ∂F/∂x(x′ + α(x − x′)) dα, by Gauss and Legendre's rule; sums to F(x) − F(x′) but for its error.

    Sundararajan et al. 2017, arXiv:1703.01365.
    """
    base, way = question.base, question.point - question.base
    places, weights = np.polynomial.legendre.leggauss(min(max(1, question.lens.steps), MOST_STEPS))
    along = torch.from_numpy((places + 1) / 2).to(way)
    shares = torch.from_numpy(weights / 2).to(way)
    slope, at, portions = torch.zeros_like(way), 0, Portions(SECONDS, most=MOST_AT_ONCE)
    with torch.no_grad():
        ends = question.values(torch.cat((base, question.point)))
    expected = float(ends[1] - ends[0])
    yield Attribution("integrated", expected=expected, done=0.0, step=question.step)
    while at < len(along):
        count, began = portions.fitting(SECONDS), time.perf_counter()
        alphas = along[at : at + count].reshape(-1, *[1] * (way.dim() - 1))
        _, slopes = gradient_at(question, base + alphas * way)
        slope += (slopes * shares[at : at + count].reshape(alphas.shape)).sum(0, keepdim=True)
        at += len(alphas)
        portions.took(len(alphas), time.perf_counter() - began)
        if at < len(along):
            yield Attribution("integrated", expected=expected, done=at / len(along), step=question.step)
    values, total = laid_out(question, slope * way)
    yield Attribution("integrated", values, total=total, expected=expected, done=1.0, step=question.step)
