"""The 2-D toys: where their points lie, worked out from each one's geometry, and what is described before."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from pydantic import ValidationError

from playground.core.project import DataSettings
from playground.engine.data import ArrayData, DataError, load_data
from playground.training.datasets import DATASETS, describe
from playground.training.datasets.toys import TOYS, Drawn

RANDOM = [toy.name for toy in TOYS if toy is not Drawn]
CLASSES = [name for name in RANDOM if name not in ("plane", "waves")]


def load(name: str, **params: object) -> ArrayData:
    return load_data(DataSettings(dataset=name, params=params))


def parts(data: ArrayData) -> list[np.ndarray]:
    return [data.train_x[data.train_y == index] for index in range(len(data.dataset.classes))]


@settings(max_examples=60)
@given(
    name=st.sampled_from(RANDOM), samples=st.integers(20, 400), noise=st.floats(0, 0.5),
    seed=st.integers(0, 2**32 - 1),
)  # fmt: skip
def test_what_is_described_is_what_is_loaded(name: str, samples: int, noise: float, seed: int) -> None:
    settings_ = DataSettings(dataset=name, params={"samples": samples, "noise": noise, "seed": seed})
    described, data = describe(settings_), load_data(settings_)
    assert described is not None
    assert data.dataset == described
    assert data.train_x.shape == (described.train_samples, *described.shape.sizes) == (samples, 2)
    assert data.train_x.dtype == np.float32
    assert np.isfinite(data.train_x).all()
    assert len(data.test_x) == len(data.test_y) == 0
    assert described.features == ("x1", "x2")
    if described.target.kind == "classes":
        assert data.train_y.dtype == np.int64
        counts = np.bincount(data.train_y, minlength=described.target.count)
        assert len(counts) == described.target.count
        assert counts.max() - counts.min() <= 1
    else:
        assert data.train_y.dtype == np.float32
        assert data.train_y.shape == (samples, 1)


@pytest.mark.parametrize("name", RANDOM)
def test_the_same_seed_gives_the_same_points_and_another_one_others(name: str) -> None:
    assert load(name, seed=7).sha256 == load(name, seed=7).sha256
    assert load(name, seed=7, noise=0.1).sha256 != load(name, seed=8, noise=0.1).sha256


@pytest.mark.parametrize("name", RANDOM)
def test_noise_moves_the_same_points_without_a_jump(name: str) -> None:
    little, more = load(name, noise=0.2), load(name, noise=0.2001)
    assert little.sha256 != more.sha256
    assert np.abs(little.train_x - more.train_x).max() < 0.01
    assert np.abs(little.train_y - more.train_y).max() < 0.01


def test_classes_come_mixed() -> None:
    labels = load("circle").train_y
    assert 0.4 < labels[:100].mean() < 0.6


def test_the_circle_is_a_disk_of_half_the_radius_in_a_ring() -> None:
    outer, inner = (np.hypot(*part.T) for part in parts(load("circle")))
    assert inner.max() <= 2.5
    assert outer.min() >= 3.5 - 1e-6
    assert outer.max() <= 5 + 1e-6


def test_exclusive_or_is_the_sign_of_the_product() -> None:
    differ, same = parts(load("exclusive-or", samples=1000))
    assert (differ.prod(1) < 0).all()
    assert (same.prod(1) > 0).all()
    assert min(np.abs(differ).min(), np.abs(same).min()) >= 0.3 - 1e-6
    quadrants = {tuple(np.sign(point)) for point in np.concatenate([differ, same])}
    assert len(quadrants) == 4


@pytest.mark.parametrize(("noise", "variance"), [(0.0, 0.5), (0.25, 2.25), (0.5, 4.0)])
def test_gaussians_have_their_centres_and_variance(noise: float, variance: float) -> None:
    for part, centre in zip(parts(load("gaussians", samples=20_000, noise=noise)), (-2, 2), strict=True):
        assert part.mean(0) == pytest.approx([centre, centre], abs=0.06)
        assert part.var(0) == pytest.approx([variance, variance], rel=0.06)


def test_the_arms_of_the_spiral_are_opposite_and_turn_one_and_three_quarters() -> None:
    first, second = parts(load("spiral", samples=400))
    for arm, start in ((first, math.pi), (second, 0.0)):
        radius = np.hypot(*arm.T)
        order = np.argsort(radius)
        expected = np.arange(200) / 200
        assert radius[order] == pytest.approx(expected * 5, abs=1e-5)
        angle = 1.75 * 2 * np.pi * expected + start
        assert arm[order, 0] == pytest.approx(radius[order] * np.sin(angle), abs=1e-4)
        assert arm[order, 1] == pytest.approx(radius[order] * np.cos(angle), abs=1e-4)


def test_moons_are_those_of_scikit_learn_moved_to_the_middle_and_three_times_as_large() -> None:
    from sklearn.datasets import make_moons

    upper, lower = parts(load("moons", samples=2000, noise=0.0))
    x, y = make_moons(2000, noise=None)
    for part, label in ((upper, 0), (lower, 1)):
        original = (x[y == label] - (0.5, 0.25)) * 3
        # every point has one of the other's next to it: both lie on the same curve
        distances = np.sqrt(((part[:, None] - original[None]) ** 2).sum(2)).min(1)
        assert distances.max() < 0.01
    spread = load("moons", samples=2000, noise=0.5)
    assert spread.train_x.std() > np.concatenate([upper, lower]).std()


def test_rings_lie_around_each_other_and_meet_at_the_highest_noise() -> None:
    for index, part in enumerate(parts(load("rings", rings=4))):
        assert np.hypot(*part.T) == pytest.approx(5 * (index + 1) / 4, abs=1e-5)
    radii = [np.hypot(*part.T) for part in parts(load("rings", rings=4, noise=0.5, samples=4000))]
    for inner, outer in pairwise(radii):
        assert inner.max() <= outer.min() + 1e-5
        assert outer.min() - inner.max() < 0.02


def test_the_clouds_of_the_ring_have_their_centres_on_a_circle() -> None:
    data = load("ring", gaussians=8, samples=8000, noise=0.05)
    assert data.dataset.classes[:2] == ("cloud 1", "cloud 2")
    for index, part in enumerate(parts(data)):
        angle = index * math.pi / 4
        assert part.mean(0) == pytest.approx([2 * math.cos(angle), 2 * math.sin(angle)], abs=0.01)
        assert part.std(0) == pytest.approx([0.05, 0.05], rel=0.1)


def test_the_plane_and_the_waves_are_their_formulas_without_noise() -> None:
    plane = load("plane")
    assert plane.train_y[:, 0] == pytest.approx(plane.train_x.sum(1) / 10, abs=1e-6)
    waves = load("waves", samples=2000)
    x1, x2 = waves.train_x.T.astype(float) * np.pi / 4
    assert waves.train_y[:, 0] == pytest.approx(np.sin(x1) * np.cos(x2), abs=1e-5)
    assert np.abs(waves.train_x).max() <= 6
    noisy = load("plane", noise=0.5)
    error = noisy.train_y[:, 0] - noisy.train_x.sum(1) / 10
    assert 0.2 < np.abs(error).max() <= 0.6  # moved by at most half of 6 along each axis


@given(
    st.lists(
        st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.integers(0, 9)), min_size=2, max_size=30
    ).filter(lambda points: len({number for _, _, number in points}) > 1)
)  # fmt: skip
def test_drawn_points_are_kept_in_order_with_classes_numbered_by_what_is_there(
    points: list[tuple[float, float, int]],
) -> None:
    given_ = DataSettings(dataset="drawn", params={"points": [list(point) for point in points]})
    described, data = describe(given_), load_data(given_)
    assert data.dataset == described
    assert data.train_x.tolist() == np.array([point[:2] for point in points], np.float32).tolist()
    present = sorted({number for _, _, number in points})
    assert [present[index] for index in data.train_y] == [number for _, _, number in points]
    assert data.dataset.classes == tuple(f"class {number + 1}" for number in present)
    kind = DATASETS["drawn"].read(given_.params)
    assert DATASETS["drawn"].read(kind.to_params()) == kind


@pytest.mark.parametrize(
    ("points", "words"),
    [([], "draw points of at least two classes"), ([[0.0, 1.0, 3], [2, 2, 3]], "draw points of a second class")],
)
def test_too_little_drawn_is_said_in_words(points: list[list[float]], words: str) -> None:
    given_ = DataSettings(dataset="drawn", params={"points": points})
    assert describe(given_) is None
    with pytest.raises(DataError, match=words):
        load_data(given_)


@pytest.mark.parametrize(
    "params",
    [
        {"points": [[0.0, 1.0, 10]]}, {"points": [[0.0, 1.0]]}, {"points": [[1e9, 1.0, 0]]},
        {"points": [["0", 1.0, 0]]}, {"point": []},
    ],
)  # fmt: skip
def test_points_that_are_none_are_refused(params: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        DATASETS["drawn"].read(params)
    with pytest.raises(DataError, match="Drawn points: "):
        load_data(DataSettings(dataset="drawn", params=params))


def test_points_are_had_without_numpy() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from playground.training.datasets import DATASETS\n"
        "print(len(DATASETS['spiral'].read({}).scatter()), 'numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["500", "False"]
