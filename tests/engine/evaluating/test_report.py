"""The report says what scikit-learn says, and names the samples behind its numbers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from networks import chain, project
from sklearn import metrics as judge

from playground import protocol
from playground.core.graph import Graph
from playground.core.project import Project, TaskSettings
from playground.engine.checkpoint import save_bundle
from playground.engine.errors import CannotTrain
from playground.engine.evaluating import evaluate, show_samples
from playground.engine.evaluating.worst import Worst
from playground.engine.loop import prepare, run
from playground.engine.state import TrainingState
from playground.protocol.findings import Mistake, Report, report_lines

DIGITS = chain("Input", "Flatten", ("Dense", {"units": 10, "activation": "Softmax"}))


def trained(made: Project) -> tuple[TrainingState, dict[str, float] | None]:
    """A state, and what its run told of the test part."""
    state, told = prepare(made, device="cpu"), None
    for event in run(state):
        assert not isinstance(event, protocol.RunFailed), event
        told = event.test if isinstance(event, protocol.RunFinished) else told
    return state, told


@pytest.fixture(scope="module")
def digits() -> tuple[TrainingState, dict[str, float] | None]:
    return trained(project(DIGITS, data={"limit": 400}, epochs=2))


@pytest.fixture(scope="module")
def report(digits: tuple[TrainingState, Any]) -> Report:
    return evaluate(digits[0])


def test_metrics_are_those_of_the_run(digits: tuple[TrainingState, dict[str, float]], report: Report) -> None:
    assert report.metrics == pytest.approx(digits[1])
    assert (report.samples, report.part, report.kind) == (360, "test", "classes")


def test_classes_and_matrix_are_as_scikit_learn_counts_them(digits: tuple[TrainingState, Any], report: Report) -> None:
    state = digits[0]
    truth = state.samples.arrays.test_y
    said = state.predict(state.samples.arrays.test_x).argmax(1)
    assert np.array_equal(report.confusion, judge.confusion_matrix(truth, said))
    precision, recall, f1, support = judge.precision_recall_fscore_support(truth, said, zero_division=np.nan)
    for row, p, r, f, n in zip(report.per_class, precision, recall, f1, support, strict=True):
        assert row.support == n
        assert (row.recall, row.f1) == (pytest.approx(r), pytest.approx(f))
        assert row.precision == (None if np.isnan(p) else pytest.approx(p))
    for cell in report.cells:
        expected = np.flatnonzero((truth == cell.truth) & (said == cell.said))
        assert cell.count == len(expected)
        assert list(cell.numbers) == expected.tolist()[:200]


def test_mistakes_come_worst_first(digits: tuple[TrainingState, Any], report: Report) -> None:
    state = digits[0]
    probabilities = state.predict(state.samples.arrays.test_x).astype(np.float64)
    truth = state.samples.arrays.test_y
    losses = -np.log(probabilities[np.arange(len(truth)), truth])
    wrong = np.flatnonzero(probabilities.argmax(1) != truth)
    order = wrong[np.argsort(-losses[wrong], kind="stable")]
    assert [one.number for one in report.worst] == order[: len(report.worst)].tolist()
    assert len(report.worst) == min(100, len(wrong))
    first = report.worst[0]
    assert first.loss == pytest.approx(losses[order[0]], rel=1e-4)
    assert first.truth == str(truth[order[0]])
    assert first.confidence == pytest.approx(probabilities[order[0]].max(), rel=1e-5)
    assert first.origin == f"test sample {order[0]}"


def test_it_is_plain_data_and_text(report: Report) -> None:
    assert json.loads(json.dumps(report.to_dict()))["confusion"] == [list(row) for row in report.confusion]
    text = "\n".join(report_lines(report, {"accuracy": ("Accuracy", True)}))
    assert f"Accuracy                {100 * report.metrics['accuracy']:.2f} %" in text
    assert "was \\ called" in text


def test_other_parts_and_a_bundle_give_the_same_as_its_run(digits: tuple[TrainingState, Any], tmp_path: Path) -> None:
    state = digits[0]
    save_bundle(state, tmp_path / "d.playground")
    for part in ("test", "validation", "train"):
        assert evaluate(tmp_path / "d.playground", part) == evaluate(state, part)  # type: ignore[arg-type]
    assert evaluate(state, "validation").samples == 40
    without, _ = trained(project(DIGITS, data={"limit": 50, "validation": 0.0}, epochs=1))
    with pytest.raises(CannotTrain, match="validation part has no samples"):
        evaluate(without, "validation")


def test_numbers_are_judged_in_their_own_units() -> None:
    data = {"dataset": "diabetes", "preparation": {"scaling": "standardize", "target": "standardize"}}
    graph = chain("Input", ("Dense", {"units": 1}))
    state, told = trained(project(graph, data=data, loss="mean_squared_error", epochs=5))
    found = evaluate(state)
    x, y = state.samples.stored("test", np.arange(state.samples.test_count))
    said = state.predict(x).astype(np.float64)[:, 0]
    truth = y.astype(np.float64)[:, 0]
    (row,) = found.per_value
    assert row.name == "progression"
    assert row.mae == pytest.approx(judge.mean_absolute_error(truth, said))
    assert row.rmse == pytest.approx(judge.root_mean_squared_error(truth, said))
    assert row.r2 == pytest.approx(judge.r2_score(truth, said))
    assert row.bias == pytest.approx((said - truth).mean())
    assert found.metrics == pytest.approx(told)
    np.testing.assert_allclose(np.array(found.residuals), np.stack((truth, said), 1), rtol=1e-5)
    assert found.worst[0].number == int(np.abs(said - truth).argmax())


def autoencoder() -> Graph:
    return chain("Input", "Flatten", ("Dense", {"units": 8, "activation": "ReLU"}), ("Dense", {"units": 784}))


def test_reconstructions_are_judged_sample_by_sample() -> None:
    made = project(autoencoder(), data={"limit": 100}, loss="mean_squared_error", epochs=1)
    state, told = trained(made.replace(task=TaskSettings(type="autoencoder")))
    found = evaluate(state)
    x, _ = state.samples.stored("test", np.arange(state.samples.test_count))
    back = state.predict(x).reshape(len(x), -1)
    errors = np.square(back - x.reshape(len(x), -1) / 255.0).mean(1)
    assert [one.number for one in found.worst] == np.argsort(-errors, kind="stable")[:100].tolist()
    assert found.worst[0].loss == pytest.approx(errors.max(), rel=1e-5)
    assert found.kind == "data"
    assert found.metrics == pytest.approx(told)


def test_samples_are_shown_with_truth_and_answer(digits: tuple[TrainingState, Any], report: Report) -> None:
    numbers = tuple(one.number for one in report.worst[:3])
    shown = show_samples(digits[0], "test", numbers)
    assert shown.images is not None
    assert np.array_equal(shown.images, digits[0].samples.arrays.test_x[list(numbers), 0])
    assert shown.truth == tuple(one.truth for one in report.worst[:3])
    assert shown.said == tuple(one.said for one in report.worst[:3])
    with pytest.raises(ValueError, match="samples 0 to 359, not 360"):
        show_samples(digits[0], "test", (360,))


def test_rows_and_texts_are_shown_as_text() -> None:
    state, _ = trained(project(chain("Input", ("Dense", {"units": 3})), data={"dataset": "iris"}, epochs=1))
    shown = show_samples(state, "test", (0, 4))
    assert shown.columns == state.samples.arrays.dataset.features
    assert len(shown.cells) == 2
    assert shown.truth[0] in state.samples.arrays.dataset.classes


def test_the_worst_are_kept_whatever_the_order() -> None:
    generator = np.random.default_rng(0)
    losses = np.round(generator.random(500), 2)
    losses[40] = np.nan
    worst = Worst(20)
    for start in range(0, 500, 70):
        worst.add(Mistake(n, "", "", float(losses[n])) for n in range(start, min(500, start + 70)))
    expected = np.argsort(-np.nan_to_num(losses, nan=np.inf), kind="stable")[:20]
    assert [one.number for one in worst.result()] == expected.tolist()
