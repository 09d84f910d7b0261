"""What presets are measured against: simple methods on the very same split, and a probe that counts what a GAN draws.

Computed with scikit-learn and numpy alone, from the samples that the run itself trained and tested on.
"""

from __future__ import annotations

import functools
import os
from pathlib import Path

import numpy as np
import torch
from torch import nn

from playground.core.files import load_project
from playground.core.presets import find_project
from playground.engine.checkpoint import load_bundle, restore
from playground.engine.data import load_data
from playground.engine.lenses.gan.modes import ASTRAY, Clouds
from playground.engine.samples import Samples
from playground.engine.state import TrainingState
from playground.training.datasets.published import Mnist

SHOWN = 1000  # samples that a generator draws
SHARE = 0.02  # of them that a digit must be to count


def logistic(bundle: Path) -> float:
    """Test accuracy of logistic regression that trained on the training and validation parts."""
    from sklearn.linear_model import LogisticRegression

    train_x, train_y, test_x, test_y = _table(bundle)
    return float(LogisticRegression(max_iter=5000).fit(train_x, train_y).score(test_x, test_y))


def last_value(bundle: Path) -> float:
    """Test MSE of saying that nothing changes, in the units of the data."""
    samples = _samples(bundle)
    x, y = samples.stored("test", np.arange(samples.test_count))
    last = x[:, -1:, : y.shape[-1]] if y.ndim == 3 else x[:, -1, :1]
    return float(((y - last) ** 2).mean())


def pca(bundle: Path, components: int = 32) -> float:
    """Test MSE of the best linear way through as many numbers."""
    from sklearn.decomposition import PCA

    train_x, _, test_x, _ = _table(bundle)
    fitted = PCA(components, svd_solver="randomized", random_state=0).fit(train_x)
    back = fitted.inverse_transform(fitted.transform(test_x))
    return float(((back - test_x) ** 2).mean())


def noise(bundle: Path) -> float:
    """MSE of the noise itself, as the task adds it: what doing nothing would leave."""
    return float(load_bundle(bundle).project.task.params["noise"] ** 2)


def digits_drawn(bundle: Path) -> int:
    """How many digits are each at least ``SHARE`` of what the generator draws, as a probe classifier sees them."""
    images = torch.from_numpy(_drawn(bundle).reshape(-1, 1, 28, 28).astype(np.float32))
    probe = _probe()
    with torch.inference_mode():
        seen = probe((images + 1) / 2).argmax(1)  # from −1 … 1 to 0 … 1
    shares = torch.bincount(seen, minlength=10) / len(seen)
    print(f"shares of the digits: {[round(float(share), 3) for share in shares]}", flush=True)
    return int((shares >= SHARE).sum())


def clouds_found(bundle: Path) -> int:
    """How many clouds of points get at least 4 % of what the generator draws, near enough to their middle."""
    samples = _samples(bundle)
    clouds = Clouds.of(*samples.stored("train", np.arange(samples.train_count)))
    fakes = samples.inputs.invert(_drawn(bundle))
    labels = clouds.labels(fakes)
    counts = np.bincount(labels[labels != ASTRAY], minlength=len(clouds.middles))
    return int((counts >= 0.04 * len(fakes)).sum())


def _drawn(bundle: Path) -> np.ndarray:
    """What the generator makes of noise, as it gives it."""
    model = load_bundle(bundle).model()
    z = torch.randn(SHOWN, *model.data_shape.sizes, generator=torch.Generator().manual_seed(1))
    with torch.inference_mode():
        return model.module(z).numpy()


@functools.cache
def _probe() -> nn.Module:
    """A plain classifier of MNIST, trained for two epochs with plain torch: about 98.5 % right on its test images."""
    arrays = load_data(load_project(find_project("mnist-mlp")).data)
    torch.manual_seed(0)
    model = nn.Sequential(
        nn.Conv2d(1, 16, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(16, 32, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
        nn.Linear(800, 64), nn.ReLU(), nn.Linear(64, 10),
    )  # fmt: skip
    x = torch.from_numpy(arrays.train_x).float() / 255
    y = torch.from_numpy(arrays.train_y)
    optimizer = torch.optim.Adam(model.parameters(), 1e-3)
    for _ in range(2):
        for picked in torch.randperm(len(x)).split(64):
            optimizer.zero_grad()
            nn.functional.cross_entropy(model(x[picked]), y[picked]).backward()
            optimizer.step()
    with torch.inference_mode():
        right = (model(torch.from_numpy(arrays.test_x).float() / 255).argmax(1).numpy() == arrays.test_y).mean()
    if right < 0.97:
        raise RuntimeError(f"the probe sees only {right:.1%} of the {Mnist.test_samples:,} test digits")
    return model.eval()


def _table(bundle: Path) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Training with validation, and test: samples as one row of numbers each, prepared, and what is to be said."""
    samples = _samples(bundle)
    parts = [samples.stored(part, np.arange(_count(samples, part))) for part in ("train", "validation", "test")]
    (a, b, c), (d, e, f) = ([part[i] for part in parts] for i in (0, 1))
    rows = [samples.inputs.apply(x).reshape(len(x), -1) for x in (np.concatenate([a, b]), c)]
    return rows[0], np.concatenate([d, e]), rows[1], f


def _count(samples: Samples, part: str) -> int:
    return {"train": samples.train_count, "validation": samples.validation_count, "test": samples.test_count}[part]


def _samples(bundle: Path) -> Samples:
    state: TrainingState = restore(load_bundle(bundle), os.environ.get("PLAYGROUND_DATA_DIR"))
    return state.samples
