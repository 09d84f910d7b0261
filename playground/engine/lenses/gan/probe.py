"""A small classifier that learns the classes of real images beside a run, a little at a time: it tells what fakes are.

Small pieces of real images are laid over an image everywhere; how well they fit, at best in each part of it, are the
features of a linear classifier (after Coates, Lee and Ng 2011, who found such features nearly as good as learned ones).
It is fitted by least squares in one pass through the data, without a gradient.
"""

from __future__ import annotations

import time

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from playground.engine import random_states
from playground.engine.samples import Part, Samples, even_places

# Measured on one core: 97 % of MNIST's test images, after less than a second of work.
MOST_SAMPLES, MOST_HELD_OUT = 8_000, 1_000
PIECES, PIECE, PARTS = 64, 7, 4  # how many of PIECE×PIECE pixels, and into how many parts each way an image is divided
SIDE = 32  # larger images are made as small
RIDGE = 1e-4  # of the mean square of a feature
UNSURE = 0.4  # an image with no score beyond this is like none; a class that fits has one of 1
_BATCH, _BATCH_NUMBERS = 200, 2_500_000  # images at a time, and what all of them hold
_HELD_OUT_EVERY = 10  # of the training part, where there is no test part


class ImageProbe:
    """``work`` until ``ready`` is 1. What it learns follows from the run's seed alone, however its time is cut.

    It is kept with the samples of a run, so it holds none of them itself.
    """

    def __init__(self, samples: Samples, classes: int, seed: int) -> None:
        self._classes = classes
        self._batch = max(1, min(_BATCH, _BATCH_NUMBERS // max(1, samples.arrays.dataset.shape.count)))
        self._part, self._places, self._held = divided(samples, MOST_SAMPLES, MOST_HELD_OUT)
        self._pieces = _pieces(samples, self._places, torch.Generator().manual_seed(_seed(seed)))
        size = len(self._pieces) * PARTS**2 + 1
        self._squares = torch.zeros(size, size, device=samples.device)
        self._sums = torch.zeros(size, classes, device=samples.device)
        self._weights: Tensor | None = None  # features×classes
        self._learned = self._checked = self._right = 0

    @property
    def ready(self) -> float:
        """The part of its work that is done."""
        return (self._learned + self._checked) / (len(self._places) + len(self._held))

    @property
    def accuracy(self) -> float:
        """The part of the held-out images that it is right about."""
        return self._right / max(1, self._checked)

    @property
    def held_out(self) -> int:
        return len(self._held)

    def work(self, samples: Samples, seconds: float) -> None:
        """For about so long, and for a batch at least."""
        until = time.perf_counter() + seconds
        while self.ready < 1:
            if self._learned < len(self._places):
                self._learn(samples)
            elif self._weights is None:
                self._fit()
            else:
                self._check(samples)
            if time.perf_counter() >= until:
                return

    def labels(self, x: Tensor) -> np.ndarray:
        """The class of prepared images N×c×h×w, int64 N; −1 for what is like none."""
        assert self._weights is not None
        highest, found = (self._features(x) @ self._weights).max(1)
        return torch.where(highest > UNSURE, found, -1).cpu().numpy()

    def _learn(self, samples: Samples) -> None:
        picked = self._places[self._learned : self._learned + self._batch]
        x, y = samples.stored("train", picked)
        features = self._features(samples.prepared(x))
        wanted = functional.one_hot(torch.from_numpy(y.astype(np.int64)), self._classes).to(features)
        self._squares += features.T @ features
        self._sums += features.T @ wanted
        self._learned += len(picked)

    def _fit(self) -> None:
        """Least squares with a little ridge, on the CPU in double precision."""
        squares, sums = self._squares.cpu().double(), self._sums.cpu().double()
        squares.diagonal().add_(RIDGE * float(squares.diagonal().mean()) + 1e-9)
        found = torch.cholesky_solve(sums, torch.linalg.cholesky(squares))
        self._weights = found.float().to(self._squares.device)

    def _check(self, samples: Samples) -> None:
        assert self._weights is not None
        picked = self._held[self._checked : self._checked + self._batch]
        x, y = samples.stored(self._part, picked)
        found = (self._features(samples.prepared(x)) @ self._weights).argmax(1).cpu().numpy()
        self._right += int((found == y).sum())
        self._checked += len(picked)

    def _features(self, x: Tensor) -> Tensor:
        """N×features of images N×c×h×w, the last of them 1."""
        fits = functional.conv2d(_small(x.float()), self._pieces, stride=2, padding=1)
        best = functional.adaptive_max_pool2d(fits, PARTS).flatten(1)
        return torch.cat((best, torch.ones(len(x), 1, device=x.device)), 1)


def divided(samples: Samples, most: int, most_held: int) -> tuple[Part, np.ndarray, np.ndarray]:
    """The part that samples are held out of, places of the training part to learn of, places that are held out."""
    places = even_places(samples.train_count, most)
    if samples.test_count:
        return "test", places, even_places(samples.test_count, most_held)
    held = np.arange(len(places)) % _HELD_OUT_EVERY == 0
    return "train", places[~held] if (~held).any() else places, places[held][:most_held]


def _seed(seed: int) -> int:
    return random_states.derived_seed(seed, "shown", 7)


def _pieces(samples: Samples, places: np.ndarray, random: torch.Generator) -> Tensor:
    """Pieces of real images at random places: PIECES×c×height×width, each of mean 0 and length 1."""
    picked = torch.randint(len(places), (PIECES,), generator=random).numpy()
    images = _small(samples.prepared(samples.stored("train", places[picked])[0]).float())
    high, wide = (min(PIECE, size) for size in images.shape[-2:])
    tops = torch.randint(images.shape[-2] - high + 1, (PIECES,), generator=random).tolist()
    lefts = torch.randint(images.shape[-1] - wide + 1, (PIECES,), generator=random).tolist()
    cut = [image[:, top : top + high, left : left + wide] for image, top, left in zip(images, tops, lefts, strict=True)]
    pieces = torch.stack(cut)
    pieces = pieces - pieces.mean((1, 2, 3), keepdim=True)
    return pieces / (pieces.flatten(1).norm(dim=1)[:, None, None, None] + 1e-3)


def _small(x: Tensor) -> Tensor:
    if max(x.shape[-2:]) <= SIDE:
        return x
    return functional.adaptive_avg_pool2d(x, (min(SIDE, x.shape[-2]), min(SIDE, x.shape[-1])))
