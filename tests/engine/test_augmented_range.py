"""Images of floats in any range: augmentation and its preview reckon between the black and the white of the data."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from networks import chain, project

from playground.core.project import Augmentation, Project
from playground.core.shape import Shape
from playground.engine.augmenting import augmenter
from playground.engine.data import image_ends, load_data
from playground.engine.data.inspecting import inspect
from playground.engine.data_preview import preview
from playground.engine.samples import Samples
from playground.protocol import PreviewData, SamplePictures
from playground.training.datasets import kind_of

NOISY = {"noise": 0.05}


def project_of(folder: Path, x: np.ndarray, **augmentation: object) -> Project:
    np.save(folder / "X_train.npy", x)
    np.save(folder / "y_train.npy", np.arange(len(x)) % 2)
    name, params = inspect([str(folder / "X_train.npy")])
    graph = chain("Input", "Flatten", ("Dense", {"units": 2, "activation": "Softmax"}))
    data = {"dataset": name, "params": params, "augmentation": augmentation, "validation": 0.2, "test": 0.2}
    return project(graph, data=data, batch_size=1000)


def images(low: float, high: float, count: int = 200) -> np.ndarray:
    return np.random.default_rng(0).uniform(low, high, (count, 1, 8, 8)).astype(np.float32)


@pytest.mark.parametrize(("low", "high"), [(0, 255), (-1, 1), (0, 1), (0, 0.5), (100, 4000)])
def test_noise_is_a_part_of_the_range_and_never_leaves_it(tmp_path: Path, low: float, high: float) -> None:
    made = project_of(tmp_path, images(low, high), **NOISY)
    samples = Samples(load_data(made.data), made, torch.device("cpu"))
    order = samples.order(0)
    found, _ = samples.batch(order, 0)
    stored = torch.tensor(samples.arrays.train_x)[order]
    ends = (0.0, 1.0) if high <= 1 and low >= 0 else (float(stored.min()), float(stored.max()))
    assert ends[0] <= float(found.min()) <= float(found.max()) <= ends[1]
    moved = float((found - stored)[(stored > ends[0] * 0.5 + 0.5 * stored.mean())].std())
    assert 0.02 < moved / (ends[1] - ends[0]) < 0.06


def test_what_is_moved_in_or_cut_out_is_black(tmp_path: Path) -> None:
    made = project_of(tmp_path, images(-1, 1), cutout=0.5)
    samples = Samples(load_data(made.data), made, torch.device("cpu"))
    found, _ = samples.batch(samples.order(0), 0)
    black = float(samples.arrays.train_x[samples.train_indices.numpy()].min())
    assert float((found == black).float().mean()) > 0.1
    assert not bool((found == 0).any())


def test_images_from_0_to_1_are_varied_bit_by_bit_as_before() -> None:
    x, settings = torch.from_numpy(images(0, 1, 8)), Augmentation(noise=0.1, rotate=20, brightness=0.2)
    one, other = (
        augmenter(settings, Shape.image(1, 8, 8), *given, generator=torch.Generator().manual_seed(1))
        for given in ((), ((0.0, 1.0),))
    )
    assert one is not None
    assert other is not None
    assert torch.equal(one(x), other(x))


def test_the_ends_are_those_of_the_training_part_alone(tmp_path: Path) -> None:
    x = images(0, 255, 50)
    x[7, 0, 0, 0], x[9, 0, 0, 0] = 1000, 300
    made = project_of(tmp_path, x)
    arrays = load_data(made.data)
    rows = np.array([n for n in range(50) if n != 7])
    assert image_ends(arrays.dataset, arrays.train_x, rows) == (float(x[rows].min()), 300.0)


def test_the_preview_varies_as_the_run_does(tmp_path: Path) -> None:
    """What is shown lies between the ends of the run, however bright the images beside it are."""
    x = images(0, 100, 60)
    x[:3] = 255
    made = project_of(tmp_path, x, brightness=0.01)
    arrays = load_data(made.data)
    command = PreviewData(1, made.data.model_dump_json(), made.training.seed, None, "train", None)
    shown = preview(command, made.data, kind_of(made.data), arrays).samples
    assert isinstance(shown, SamplePictures)
    samples = Samples(arrays, made, torch.device("cpu"))
    ends = image_ends(arrays.dataset, arrays.train_x, samples.train_indices.numpy())
    stored = np.stack([arrays.train_x[row] for row in samples.train_indices.numpy()])[: len(shown.images), 0]
    expected = np.rint((stored - ends[0]) / (ends[1] - ends[0]) * 255)
    assert np.abs(shown.images - expected).max() <= 1
    assert shown.varied is not None
    apart = shown.varied.astype(int) - expected[: len(shown.varied), None]
    assert np.abs(apart).max() <= 0.01 * 255 + 1
    assert len(np.unique(apart[:, :, 0, 0])) > 1
