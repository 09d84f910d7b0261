"""Generated tables and series: counts, order in time, and that they are worth a network."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from playground.core.project import DataSettings
from playground.engine.data import ArrayData, DataError, load_data
from playground.engine.data.sources.generated import windows
from playground.training.datasets import DATASETS, describe

SERIES = ["sines", "oscillator"]


def load(name: str, **params: object) -> ArrayData:
    return load_data(DataSettings(dataset=name, params=params))


@settings(max_examples=25)
@given(
    samples=st.integers(20, 300), informative=st.integers(2, 6), redundant=st.integers(0, 4), rest=st.integers(0, 4),
    classes=st.integers(2, 4), seed=st.integers(0, 2**32 - 1),
)  # fmt: skip
def test_a_generated_table_is_as_described(
    samples: int, informative: int, redundant: int, rest: int, classes: int, seed: int
) -> None:
    given_ = DataSettings(dataset="classification", params={
        "samples": samples, "features": informative + redundant + rest, "informative": informative,
        "redundant": redundant, "classes": classes, "clusters": 1, "seed": seed,
    })  # fmt: skip
    described, data = describe(given_), load_data(given_)
    assert data.dataset == described
    assert described is not None
    assert data.train_x.shape == (samples, *described.shape.sizes) == (samples, len(described.features))
    assert (data.train_x.dtype, data.train_y.dtype) == (np.float32, np.int64)
    assert data.train_y.min() >= 0
    assert data.train_y.max() < len(described.classes) == classes


def test_the_generated_table_is_not_linear() -> None:
    from sklearn.linear_model import LogisticRegression
    from sklearn.neural_network import MLPClassifier

    data = load("classification")
    train, test = slice(0, 1500), slice(1500, None)
    linear = LogisticRegression(max_iter=1000).fit(data.train_x[train], data.train_y[train])
    network = MLPClassifier((32,), max_iter=150, random_state=0, learning_rate_init=0.01)
    network.fit(data.train_x[train], data.train_y[train])
    ahead = network.score(data.train_x[test], data.train_y[test]) - linear.score(data.train_x[test], data.train_y[test])
    assert ahead > 0.05


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"informative": 8, "redundant": 3}, "8 informative and 3 redundant columns are more than the 8 features"),
        ({"classes": 4, "clusters": 5}, "4 classes of 5 clusters need 5 informative columns"),
        ({"samples": 3}, "samples"),
    ],
)
def test_a_table_that_cannot_be_is_refused_with_words(params: dict[str, int], words: str) -> None:
    assert describe(DataSettings(dataset="classification", params=params)) is None
    with pytest.raises(DataError) as error:
        load("classification", **params)
    assert words in str(error.value)


@settings(max_examples=40)
@given(
    name=st.sampled_from(SERIES), samples=st.integers(20, 120), steps=st.integers(1, 60), horizon=st.integers(1, 12),
    noise=st.floats(0, 0.5), seed=st.integers(0, 2**32 - 1),
)  # fmt: skip
def test_a_series_is_cut_as_described_and_follows_itself(
    name: str, samples: int, steps: int, horizon: int, noise: float, seed: int
) -> None:
    given_ = DataSettings(dataset=name, params={
        "samples": samples, "steps": steps, "horizon": horizon, "noise": noise, "seed": seed,
    })  # fmt: skip
    described, data = describe(given_), load_data(given_)
    assert data.dataset == described
    assert described is not None
    assert described.ordered
    assert described.look == "sequences"
    assert data.train_x.shape == (samples, steps, len(described.features))
    assert data.train_y.shape == (samples, horizon) == (samples, len(described.target.names))
    assert data.train_x.dtype == data.train_y.dtype == np.float32
    assert np.isfinite(data.train_x).all()
    # the targets one after another are the series itself after the first window
    series = np.concatenate([data.train_x[0, :, 0], data.train_y.ravel()])
    for row in range(samples):
        start = row * horizon
        assert (data.train_x[row, :, 0] == series[start : start + steps]).all()
        assert (data.train_y[row] == series[start + steps : start + steps + horizon]).all()


def test_no_value_to_predict_is_in_an_earlier_window_or_twice_a_target() -> None:
    series = np.arange(47.0)
    x, y = windows(series[:, None], series, 5, 4)
    assert x.shape == (10, 5, 1)
    assert len(np.unique(y)) == y.size
    for row in range(1, 10):
        assert not np.isin(y[row:], x[:row]).any()
        assert not np.isin(y[row:], y[:row]).any()


@pytest.mark.parametrize("name", SERIES)
def test_a_series_moves_so_that_its_last_value_is_a_poor_forecast_and_a_line_a_good_one(name: str) -> None:
    data = load(name)
    x, y = data.train_x, data.train_y[:, 0]
    train, test = slice(0, 1600), slice(1600, None)
    repeated = np.mean((x[test, -1, 0] - y[test]) ** 2)
    flat = np.c_[x.reshape(len(x), -1), np.ones(len(x))]
    weights = np.linalg.lstsq(flat[train], y[train], rcond=None)[0]
    assert np.mean((flat[test] @ weights - y[test]) ** 2) < repeated / 2


def test_noise_leaves_the_motion_as_it_was() -> None:
    for name in SERIES:
        clean, noisy = load(name, noise=0.0), load(name, noise=0.1)
        error = noisy.train_x[:, 0, 0] - clean.train_x[:, 0, 0]
        assert error.std() == pytest.approx(0.1, rel=0.1)


def test_a_single_wave_is_a_sine_between_8_and_60_moments_long() -> None:
    values = np.array(DATASETS["sines"].read({"waves": 1, "noise": 0.0, "samples": 2000}).series())[:, 0]  # type: ignore[attr-defined]
    assert np.abs(values).max() == pytest.approx(1, abs=0.01)
    # x[t+1] + x[t−1] = 2 cos(ω) x[t] for a sine of any phase
    cosine = np.median((values[2:] + values[:-2]) / (2 * values[1:-1]))
    assert 8 <= 2 * np.pi / np.arccos(cosine) <= 60


def test_a_free_oscillator_swings_in_its_period_and_a_pushed_one_in_that_of_the_push() -> None:
    params = {"noise": 0.0, "kicks": 0.0, "drive": 1.0, "damping": 0.2, "period": 20.0, "samples": 4000}
    values = np.array(DATASETS["oscillator"].read(params).series())  # type: ignore[attr-defined]
    spectrum = np.abs(np.fft.rfft(values[:4000, 0] * np.hanning(4000)))
    assert 4000 / np.argmax(spectrum) == pytest.approx(20 * np.sqrt(2), rel=0.01)
    # the steady swing of x″ = −x − 2·d·x′ + sin(w·t)
    w, damping = 1 / np.sqrt(2), 0.2
    amplitude = 1 / np.hypot(1 - w**2, 2 * damping * w)
    assert np.abs(values[:, 0]).max() == pytest.approx(amplitude, rel=0.03)
    assert np.abs(values[:, 1]).max() == pytest.approx(amplitude * w, rel=0.03)
