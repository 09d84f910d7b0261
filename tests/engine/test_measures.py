"""Metrics, batch by batch, judged by scikit-learn and torchmetrics on random data with ties and absent classes."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import torch
import torchmetrics.functional as judged
from sklearn import metrics as sklearn

from playground.engine import measures
from playground.engine.measures import Measures, auroc, step_values
from playground.training.datasets import Target

SIX = Target.classes(*"abcdef")


def drawn(classes: int, samples: int = 500, seed: int = 0, present: int | None = None) -> tuple[np.ndarray, np.ndarray]:
    """Probabilities of few values, so that many tie, and classes that follow them; ``present`` of them occur."""
    draw = np.random.default_rng(seed)
    targets = draw.integers(0, present or classes, samples)
    scores = draw.random((samples, classes)) + 0.7 * np.eye(classes)[targets]
    scores = np.round(scores * 8) + 1
    return (scores / scores.sum(1, keepdims=True)).astype(np.float32), targets


def measured(target: Target, outputs: np.ndarray, targets: np.ndarray, batch: int = 64, **options: float) -> Measures:
    found = Measures(target, **options)  # type: ignore[arg-type]
    for first in range(0, len(targets), batch):
        part = slice(first, first + batch)
        found.add(torch.from_numpy(outputs[part]), torch.from_numpy(targets[part]))
    return found


# --- classes ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("present", [6, 4, 1])
@pytest.mark.parametrize("seed", [0, 1])
def test_classes_are_measured_as_scikit_learn_does(present: int, seed: int) -> None:
    outputs, targets = drawn(6, seed=seed, present=present)
    found = measured(SIX, outputs, targets)
    called = outputs.argmax(1)
    precision, recall, f1, _ = sklearn.precision_recall_fscore_support(
        targets, called, average="macro", zero_division=0
    )
    result = found.result()
    assert result["accuracy"] == pytest.approx(sklearn.accuracy_score(targets, called), abs=1e-12)
    assert (result["precision"], result["recall"]) == pytest.approx((precision, recall), abs=1e-12)
    assert result["f1"] == pytest.approx(f1, abs=1e-12)
    expected = sklearn.confusion_matrix(targets, called, labels=range(6))
    assert np.array_equal(found.confusion(), expected)
    assert found.confusion().dtype == np.int64


@pytest.mark.parametrize("seed", [0, 1])
def test_classes_are_measured_as_torchmetrics_does(seed: int) -> None:
    outputs, targets = drawn(6, seed=seed, present=5)
    result = measured(SIX, outputs, targets).result()
    said, was = torch.from_numpy(outputs), torch.from_numpy(targets)
    for name, judge in [
        ("precision", judged.precision), ("recall", judged.recall), ("f1", judged.f1_score),
    ]:  # fmt: skip
        assert result[name] == pytest.approx(
            float(judge(said, was, task="multiclass", num_classes=6, average="macro")), abs=1e-6
        )


def test_the_mean_of_auroc_over_the_classes_that_can_be_told_apart() -> None:
    outputs, targets = drawn(6, present=4)
    expected = [sklearn.roc_auc_score(targets == column, outputs[:, column]) for column in range(4)]
    assert measured(SIX, outputs, targets).result()["auroc"] == pytest.approx(np.mean(expected), abs=1e-12)


def test_top_five_is_scikit_learns_where_nothing_ties() -> None:
    draw = np.random.default_rng(3)
    outputs, targets = draw.random((400, 9)).astype(np.float32), draw.integers(0, 9, 400)
    found = measured(Target.classes(*"abcdefghi"), outputs, targets).result()
    assert found["top_5"] == pytest.approx(sklearn.top_k_accuracy_score(targets, outputs, k=5), abs=1e-12)


def test_ties_go_to_the_first_classes() -> None:
    outputs = np.full((6, 6), 1 / 6, np.float32)
    found = measured(SIX, outputs, np.arange(6)).result()
    assert found["accuracy"] == pytest.approx(1 / 6)
    assert found["top_5"] == pytest.approx(5 / 6)
    assert found["auroc"] == 0.5


def test_of_two_classes_it_is_the_second_that_is_looked_for() -> None:
    outputs, targets = drawn(2, seed=5)
    found, called = measured(Target.classes("no", "yes"), outputs, targets).result(), outputs.argmax(1)
    assert found["precision"] == pytest.approx(sklearn.precision_score(targets, called), abs=1e-12)
    assert found["recall"] == pytest.approx(sklearn.recall_score(targets, called), abs=1e-12)
    assert found["f1"] == pytest.approx(sklearn.f1_score(targets, called), abs=1e-12)
    assert found["auroc"] == pytest.approx(sklearn.roc_auc_score(targets, outputs[:, 1]), abs=1e-12)
    assert "top_5" not in found


def test_what_is_not_defined_is_left_out() -> None:
    always = measured(Target.classes("no", "yes"), np.array([[0.9, 0.1], [0.8, 0.2]], np.float32), np.array([0, 0]))
    assert always.result() == {"accuracy": 1.0}
    assert Measures(SIX).result() == {}
    assert Measures(Target("none")).result() == {}
    empty = measured(SIX, np.zeros((0, 6), np.float32), np.zeros(0, np.int64))
    empty.add(torch.zeros(0, 6), torch.zeros(0, dtype=torch.int64))
    assert empty.result() == {}
    undefined = measured(SIX, np.full((4, 6), np.nan, np.float32), np.array([0, 1, 2, 3])).result()
    assert all(np.isfinite(value) for value in undefined.values())
    assert "auroc" not in undefined


def test_only_what_is_asked_for_is_measured() -> None:
    outputs, targets = drawn(6)
    found = Measures(SIX, ("f1", "accuracy", "reconstruction"))
    found.add(torch.from_numpy(outputs), torch.from_numpy(targets))
    assert list(found.result()) == ["f1", "accuracy"]


def test_a_large_vocabulary_takes_no_matrix() -> None:
    many = Target.classes(*map(str, range(measures.MOST_CLASSES + 1)))
    found = Measures(many, ("accuracy",))
    found.add(torch.eye(many.count)[:3], torch.tensor([0, 1, 5]))
    assert found.result() == {"accuracy": pytest.approx(2 / 3)}
    assert found.confusion().shape == (0, 0)


# --- labels -----------------------------------------------------------------------------------------------------------


def test_labels_are_measured_as_scikit_learn_does() -> None:
    draw = np.random.default_rng(0)
    targets = (draw.random((300, 4)) < 0.4).astype(np.float32)
    outputs = np.round(0.4 * targets + 0.6 * draw.random((300, 4)), 1).astype(np.float32)
    called = outputs > 0.5
    found = measured(Target.labels(*"abcd"), outputs, targets).result()
    precision, recall, f1, _ = sklearn.precision_recall_fscore_support(targets, called, average="macro")
    assert (found["precision"], found["recall"], found["f1"]) == pytest.approx((precision, recall, f1), abs=1e-12)
    assert found["accuracy"] == pytest.approx((called == (targets > 0.5)).mean(), abs=1e-12)
    assert found["auroc"] == pytest.approx(sklearn.roc_auc_score(targets, outputs, average="macro"), abs=1e-12)
    accuracy = judged.accuracy(
        torch.from_numpy(outputs), torch.from_numpy(targets).int(), task="multilabel", num_labels=4, average="micro"
    )
    assert found["accuracy"] == pytest.approx(float(accuracy), abs=1e-6)


def test_a_label_that_no_sample_has_and_none_gets_counts_for_nothing() -> None:
    targets = np.array([[1, 0], [0, 0], [1, 0]], np.float32)
    outputs = np.array([[0.9, 0.1], [0.7, 0.2], [0.2, 0.3]], np.float32)
    found = measured(Target.labels("a", "b"), outputs, targets).result()
    assert (found["precision"], found["recall"], found["f1"]) == (0.5, 0.5, 0.5)
    assert found["auroc"] == 0.5


def test_labels_of_bare_scores_have_their_own_threshold() -> None:
    targets, scores = np.array([[1, 0], [1, 0]], np.float32), np.array([[0.2, -3], [2, -0.1]], np.float32)
    assert measured(Target.labels("a", "b"), scores, targets, threshold=0.0).result()["accuracy"] == 1.0
    assert measured(Target.labels("a", "b"), scores, targets).result()["accuracy"] == 0.75


# --- AUROC ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("digits", [1, 2, 7])
def test_auroc_is_exact_with_ties(digits: int) -> None:
    draw = np.random.default_rng(digits)
    yes = draw.random(2000) < 0.1
    scores = np.round(draw.random(2000) + 0.2 * yes, digits).astype(np.float32)
    assert auroc(scores, yes) == pytest.approx(sklearn.roc_auc_score(yes, scores), abs=1e-12)


def test_auroc_of_every_small_case_is_the_count_of_pairs() -> None:
    for scores in itertools.product((0.0, 1.0, 2.0), repeat=4):
        for answers in itertools.product((False, True), repeat=4):
            yes = np.array(answers)
            pairs = [
                1.0 if a > b else 0.5 if a == b else 0.0
                for a, b in itertools.product(np.array(scores)[yes], np.array(scores)[~yes])
            ]
            assert auroc(np.array(scores), yes) == (np.mean(pairs) if pairs else None)


def test_scores_beyond_the_bound_are_thinned_evenly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measures, "KEPT_SAMPLES", 100)
    outputs, targets = drawn(6, samples=1000)
    found = measured(SIX, outputs, targets, batch=33)
    kept = slice(None, None, 16)  # 1000 samples at a distance of 16 are the first 63, of 8 they would be 125
    expected = [sklearn.roc_auc_score(targets[kept] == column, outputs[kept, column]) for column in range(6)]
    assert found.result()["auroc"] == pytest.approx(np.mean(expected), abs=1e-12)
    called = outputs.argmax(1)
    assert found.result()["accuracy"] == pytest.approx((called == targets).mean()), "everything else counts them all"


# --- numbers ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shift", [0.0, 1e4])
def test_numbers_are_measured_as_scikit_learn_does(shift: float) -> None:
    draw = np.random.default_rng(0)
    targets = (draw.normal(size=(700, 3)) * [1, 5, 0.1] + shift).astype(np.float32)
    outputs = (targets + draw.normal(size=(700, 3)) * 0.3).astype(np.float32)
    found = measured(Target.values(*"abc"), outputs, targets).result()
    wanted, said = targets.astype(np.float64), outputs.astype(np.float64)
    assert list(found) == ["mae", "mse", "rmse", "r2"]
    assert found["mae"] == pytest.approx(sklearn.mean_absolute_error(wanted, said), rel=1e-12)
    assert found["mse"] == pytest.approx(sklearn.mean_squared_error(wanted, said), rel=1e-12)
    assert found["rmse"] == pytest.approx(sklearn.mean_squared_error(wanted, said) ** 0.5, rel=1e-12)
    assert found["r2"] == pytest.approx(sklearn.r2_score(wanted, said), rel=1e-9)
    assert found["r2"] == pytest.approx(float(judged.r2_score(torch.tensor(said), torch.tensor(wanted))), rel=1e-5)


def test_columns_that_never_vary_say_nothing_of_explained_variance() -> None:
    draw = np.random.default_rng(0)
    varied = draw.normal(size=(200, 1)).astype(np.float32)
    targets = np.concatenate([varied, np.full((200, 1), 0.1, np.float32)], 1)
    outputs = targets + draw.normal(size=(200, 2)).astype(np.float32)
    found = measured(Target.values("a", "b"), outputs, targets).result()
    assert found["r2"] == pytest.approx(sklearn.r2_score(targets[:, 0], outputs[:, 0]), rel=1e-6)
    constant = measured(Target.values("b"), outputs[:, 1:], targets[:, 1:]).result()
    assert list(constant) == ["mae", "mse", "rmse"]
    assert list(measured(Target.values("a"), outputs[:1, :1], targets[:1, :1]).result()) == ["mae", "mse", "rmse"]


# --- steps ------------------------------------------------------------------------------------------------------------


def test_the_right_answers_of_each_step_are_counted() -> None:
    outputs, targets = drawn(6, samples=100)
    sizes = [1, 40, 7, 52]
    found = step_values(torch.from_numpy(outputs), torch.from_numpy(targets), sizes, SIX)
    parts = np.split(outputs.argmax(1) == targets, np.cumsum(sizes)[:-1])
    assert found.tolist() == [float(part.sum()) for part in parts]


def test_each_step_adds_up_the_part_of_its_labels_and_its_errors() -> None:
    outputs = torch.tensor([[0.9, 0.2], [0.4, 0.1], [0.7, 0.6]])
    targets = torch.tensor([[1.0, 1.0], [0.0, 0.0], [1.0, 1.0]])
    assert step_values(outputs, targets, [2, 1], Target.labels("a", "b")).tolist() == [1.5, 1.0]
    assert step_values(outputs, targets, [2, 1], Target.labels("a", "b"), threshold=0.65).tolist() == [1.5, 0.5]
    errors = step_values(outputs, targets, [1, 2], Target.values("a", "b"))
    assert errors.tolist() == pytest.approx([(0.1 + 0.8) / 2, (0.4 + 0.1) / 2 + (0.3 + 0.4) / 2])


def test_steps_add_up_to_the_measure_of_all_their_samples() -> None:
    outputs, targets = drawn(6)
    sums = step_values(torch.from_numpy(outputs), torch.from_numpy(targets), [100] * 5, SIX)
    assert sums.sum() / 500 == measured(SIX, outputs, targets).result()["accuracy"]
