"""The confusion matrix of every epoch is scikit-learn's, and the samples behind it are those that torch says."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from networks import classifier
from sklearn.metrics import confusion_matrix

from playground.core.presets import load_preset
from playground.core.project import DataSettings, Project
from playground.engine.errors import CannotTrain
from playground.engine.judged import Judged, Verdicts
from playground.engine.lenses import Study, begin
from playground.engine.loop import prepare, run
from playground.engine.state import TrainingState
from playground.protocol import Confusion, ConfusionSeen, EpochDone
from playground.protocol.data import Part
from playground.training.starting import starting_project

NAME = "Classifier"


def small(made: Project, **training: object) -> Project:
    return made.replace(data=made.data.replace(limit=400), training=made.training.replace(device="cpu", **training))


def looked(state: TrainingState, lens: Confusion, study: Study | None = None) -> ConfusionSeen:
    with state.evaluating():
        found = (study or begin(lens)).look(state, lens, {})
    assert isinstance(found, ConfusionSeen)
    return found


def to_the_end(state: TrainingState, lens: Confusion) -> ConfusionSeen:
    """As a worker that rests asks: again while it is unfinished."""
    study = begin(lens)
    found = looked(state, lens, study)
    for _ in range(1000):
        if not study.unfinished:
            return found
        found = looked(state, lens, study)
    raise AssertionError("it never ends")


def told_by_torch(state: TrainingState, part: Part) -> tuple[np.ndarray, np.ndarray]:
    """Truth, and probabilities of all classes, of every sample of a part."""
    x, y = state.samples.stored(part, np.arange(state.samples.count(part)))
    with state.evaluating():
        scores = state.networks[NAME](state.samples.prepared(x))
    return y, torch.softmax(scores, 1).numpy()


def test_every_epoch_is_kept_and_equals_scikit_learn() -> None:
    state = prepare(small(classifier(epochs=3, learning_rate=0.01)))
    expected: list[np.ndarray] = []
    for event in run(state):
        if isinstance(event, EpochDone):  # the weights are those after the epoch
            truth, shares = told_by_torch(state, "validation")
            expected.append(confusion_matrix(truth, shares.argmax(1), labels=range(10)))
    last = looked(state, Confusion(NAME))
    assert [round(one.epochs, 9) for one in last.known] == [1, 2, 3]
    for one, matrix in zip(last.known, expected, strict=True):
        found = looked(state, Confusion(NAME, step=one.step))
        np.testing.assert_array_equal(found.counts, matrix)
        assert found.at == one
        assert one.right == np.trace(matrix)
        assert (found.samples, found.whole) == (state.samples.validation_count,) * 2
    np.testing.assert_array_equal(last.counts, expected[-1])
    assert not np.array_equal(expected[0], expected[-1])
    tested = looked(state, Confusion(NAME, "test"))  # asked at the end of the run
    truth, shares = told_by_torch(state, "test")
    np.testing.assert_array_equal(tested.counts, confusion_matrix(truth, shares.argmax(1), labels=range(10)))


def test_mistakes_come_surest_first_and_a_cell_shows_its_own() -> None:
    state = prepare(small(classifier(epochs=1, learning_rate=0.002)))
    for _ in run(state):
        pass
    truth, shares = told_by_torch(state, "validation")
    said, sure = shares.argmax(1), shares.max(1)
    wrong = np.flatnonzero(said != truth)
    worst = looked(state, Confusion(NAME))
    assert worst.found == len(wrong) > 0
    expected = wrong[np.argsort(-sure[wrong], kind="stable")][:40]
    np.testing.assert_allclose(worst.sure, sure[expected], rtol=1e-5)
    assert set(worst.shown.numbers) <= set(wrong.tolist())
    names = state.samples.arrays.dataset.classes
    for number, was, told in zip(worst.shown.numbers, worst.shown.truth, worst.shown.said, strict=True):
        assert (was, told) == (names[truth[number]], names[said[number]])
    x, _ = state.samples.stored("validation", np.array(worst.shown.numbers))
    assert worst.shown.images is not None
    np.testing.assert_array_equal(worst.shown.images, x[:, 0])
    cell = (int(truth[0]), int(said[0]))
    found = looked(state, Confusion(NAME, cell=cell))
    own = np.flatnonzero((truth == cell[0]) & (said == cell[1]))
    assert found.found == len(own)
    assert set(found.shown.numbers) == set(own[np.argsort(sure[own] if cell[0] == cell[1] else -sure[own])][:40])
    empty = next((t, s) for t in range(10) for s in range(10) if not found.counts[t, s])
    assert looked(state, Confusion(NAME, cell=empty)).shown.numbers == ()


def test_before_an_epoch_has_ended_it_grows_where_weights_rest() -> None:
    state = prepare(small(classifier()))
    study, lens = begin(Confusion(NAME)), Confusion(NAME)
    first = looked(state, lens, study)
    assert first.samples > 0
    assert first.counts.sum() == first.samples
    whole = to_the_end(state, lens)
    truth, shares = told_by_torch(state, "validation")
    np.testing.assert_array_equal(whole.counts, confusion_matrix(truth, shares.argmax(1), labels=range(10)))
    assert [(one.step, one.epochs) for one in whole.known] == [(0, 0.0)]
    state.renewed()
    state.position.step = 3  # it trained on within an epoch: what is whole is shown until the weights rest
    study = begin(lens)
    running = looked(state, lens, study)
    assert running.at.step == 0
    assert study.unfinished
    while study.unfinished:
        running = looked(state, lens, study)
    assert [one.step for one in running.known] == [0, 3]


def test_rows_of_a_table_and_texts_stand_in_words() -> None:
    iris = load_preset("iris").project
    (name,) = iris.networks
    state = prepare(iris.replace(training=iris.training.replace(device="cpu")))
    found = to_the_end(state, Confusion(name))
    assert found.shown.images is None
    assert len(found.shown.columns) == 4
    assert len(found.shown.cells) == min(40, found.found)
    texts = load_preset("text-sentiment").project
    (name,) = texts.networks
    state = prepare(texts.replace(data=texts.data.replace(limit=60)))
    found = to_the_end(state, Confusion(name, "train", cell=(0, 0)))
    assert found.counts.shape == (2, 2)
    assert found.shown.columns == ("text",)


def test_a_run_without_classes_says_so() -> None:
    forecast = load_preset("diabetes").project
    (name,) = forecast.networks
    state = prepare(forecast)
    with pytest.raises(CannotTrain, match="predicts numbers"):
        looked(state, Confusion(name))
    without = classifier()
    state = prepare(without.replace(data=without.data.replace(limit=60, validation=0.0)))
    with pytest.raises(CannotTrain, match="validation part has no samples"):
        looked(state, Confusion(NAME))


def test_what_is_kept_stays_small_and_its_ends_stay() -> None:
    judged = Judged(most_bytes=1000)
    truth = np.zeros(10, np.uint8)
    for step in range(1, 101):
        judged.note("validation", step, step, Verdicts(truth, truth, np.zeros(10, np.float32)))  # 50 bytes
    kept = [one.step for one in judged.of("validation", 100)]
    assert len(kept) <= 20
    assert (kept[0], kept[-1]) == (1, 100)
    assert kept == sorted(kept)
    assert [one.step for one in judged.of("validation", 50)][-1] <= 50
    judged.rewind(60)  # another course from 60 on
    assert [one.step for one in judged.of("validation", 100)][-1] <= 60


@pytest.mark.parametrize("dataset", ["moons", "wine"])
def test_a_cell_without_samples_is_no_trouble_for_points_and_tables(dataset: str) -> None:
    made = starting_project("supervised", DataSettings(dataset=dataset, limit=120))
    state = prepare(made.replace(training=made.training.replace(device="cpu")))
    lens = Confusion(next(iter(made.networks)), "validation")
    truth = state.samples.stored("validation", np.arange(state.samples.count("validation")))[1]
    right = Verdicts(truth.astype(np.uint8), truth.astype(np.uint8), np.ones(len(truth), np.float32))
    state.judged.note("validation", 0, 0.0, right)
    for each in (lens, replace(lens, cell=(0, 1))):
        found = looked(state, each)
        assert (found.found, found.shown.numbers, found.shown.cells) == (0, (), ())
    kept = looked(state, replace(lens, cell=(0, 0))).shown
    assert len(kept.cells) == len(kept.numbers) > 0
