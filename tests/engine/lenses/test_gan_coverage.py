"""What a generator makes is counted by class: every sample once, by a probe that is right about real ones."""

from __future__ import annotations

import gc
import weakref

import numpy as np
import pytest
import torch
from sklearn.neighbors import KNeighborsClassifier

from playground.core.project import DataSettings
from playground.engine.errors import CannotTrain
from playground.engine.lenses import begin
from playground.engine.lenses.gan import coverage
from playground.engine.lenses.gan.modes import ASTRAY, Clouds, nearest_labels
from playground.engine.loop import prepare
from playground.engine.state import TrainingState
from playground.protocol import Coverage, CoverageSeen
from playground.training.starting import starting_project

LENS = Coverage("Generator")


def made(dataset: str, limit: int | None = 1000, **params: object) -> TrainingState:
    return prepare(starting_project("gan", DataSettings(dataset=dataset, limit=limit, params=params)), device="cpu")


def seen(state: TrainingState) -> tuple[CoverageSeen, int]:
    """What is seen in the end, and after how many looks."""
    study, looks = begin(LENS), 0
    while True:
        with state.evaluating():
            found = study.look(state, LENS, {})
        looks += 1
        assert isinstance(found, CoverageSeen)
        assert found.samples == int(found.counts.sum()) + found.astray
        if not study.unfinished:
            return found, looks


class Forger(torch.nn.Module):
    """Gives real samples of some classes, which one follows from the noise."""

    def __init__(self, x: torch.Tensor) -> None:
        super().__init__()
        self.x = x

    def forward(self, noise: torch.Tensor) -> torch.Tensor:
        return self.x[(1e5 * noise[:, 0]).abs().long() % len(self.x)]


def forge(state: TrainingState, classes: tuple[int, ...]) -> None:
    x, y = state.samples.stored("test", np.arange(state.samples.test_count))
    state.networks["Generator"] = Forger(state.samples.prepared(x[np.isin(y, classes)]))  # type: ignore[assignment]


def test_clouds_that_are_missed_are_marked() -> None:
    state = made("ring")
    forge(state, (0, 1, 2, 4, 6))
    found, looks = seen(state)
    assert (looks, found.samples, found.probe, len(found.names)) == (1, coverage.COUNTED, "middles", 8)
    np.testing.assert_array_equal(found.missing, [False, False, False, True, False, True, False, True])
    assert found.counts[[3, 5, 7]].sum() == 0
    assert found.accuracy == 1
    assert found.expected.sum() == pytest.approx(found.samples)


def test_points_between_the_clouds_are_of_none() -> None:
    state = made("ring")
    state.networks["Generator"] = Forger(torch.zeros(1, 2))  # type: ignore[assignment]
    found, _ = seen(state)
    assert (found.astray, found.samples) == (coverage.COUNTED, coverage.COUNTED)
    assert found.missing.all()


def test_classes_that_are_no_clouds_are_told_by_their_nearest_sample() -> None:
    state = made("moons")
    forge(state, (1,))
    found, _ = seen(state)
    assert found.probe == "neighbours"
    assert found.accuracy > 0.95
    assert found.counts[1] > 0.95 * found.samples
    np.testing.assert_array_equal(found.missing, [True, False])


def test_the_probe_of_images_is_right_about_those_held_out() -> None:
    """On the bundled scans of real digits; of MNIST it is measured beside its constants."""
    state = made("digits", limit=None)
    forge(state, (0, 1, 2, 3, 4, 5, 6, 8, 9))
    before = torch.get_rng_state()
    found, looks = seen(state)
    assert torch.equal(torch.get_rng_state(), before)  # the run's own random numbers
    assert looks > 1  # training goes on meanwhile
    assert (found.probe, found.held_out) == ("classifier", min(1000, state.samples.test_count))
    assert found.accuracy > 0.95
    assert found.missing.tolist() == [number == 7 for number in range(10)]
    assert found.samples == coverage.COUNTED
    with state.evaluating():
        assert begin(LENS).look(state, LENS, {}).ready == 1  # kept for the run: a lens that was opened once more
    again, _ = seen(state)
    np.testing.assert_array_equal(again.counts, found.counts)
    teller = coverage._TELLERS[state.samples]
    x, y = state.samples.stored("test", np.arange(100))
    with torch.no_grad():
        labels = teller.labels(state.samples.prepared(x))
    told = labels != ASTRAY
    assert (labels[told] == y[told]).mean() > 0.95


def test_what_was_learned_goes_with_the_data() -> None:
    state = made("digits", limit=200)
    seen(state)
    known = weakref.ref(state.samples)
    del state
    gc.collect()
    assert known() is None


def test_without_classes_nothing_is_counted() -> None:
    state = made("waves")
    with state.evaluating(), pytest.raises(CannotTrain, match="no classes"):
        begin(LENS).look(state, LENS, {})


def test_middles_and_neighbours_agree_with_plain_ones() -> None:
    random = np.random.default_rng(1)
    y = random.integers(0, 3, 200)
    x = random.normal(size=(200, 4)) + 3 * y[:, None]
    clouds = Clouds.of(x, y)
    np.testing.assert_allclose(clouds.middles, [x[y == number].mean(0) for number in range(3)])
    given = random.normal(size=(60, 4)) * 3 + 3
    away = np.stack([np.sqrt(((given - x[y == number].mean(0)) ** 2).sum(1)) for number in range(3)], 1)
    deviation = np.mean([x[y == number].std(0).mean() for number in range(3)])
    expected = np.where(away.min(1) <= 4 * deviation, away.argmin(1), -1)
    np.testing.assert_array_equal(clouds.labels(given), expected)
    assert set(expected.tolist()) > {-1}
    by_sklearn = KNeighborsClassifier(1).fit(x, y).predict(given)
    np.testing.assert_array_equal(nearest_labels(given, x, y), by_sklearn)
