"""Losses work on scores: the same number as the textbook's formula, and finite where the textbook's is not."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from sklearn.utils.class_weight import compute_class_weight

from playground.core.files import load_project
from playground.core.presets import find_project
from playground.core.shape import Shape
from playground.engine.errors import CannotTrain
from playground.engine.losses import class_weights, loss_function, per_sample, probabilities, threshold, unfit
from playground.engine.preparation import prepare
from playground.training.datasets import Target
from playground.training.losses import LOSSES

SCORES = torch.tensor([[2.0, -1.0, 0.5], [0.1, 0.2, -3.0]], dtype=torch.float64)
CLASSES = torch.tensor([0, 2])
ONE_HOT = np.array([[1.0, 0, 0], [0, 0, 1.0]])
SEVERAL = np.array([[1.0, 1, 0], [0, 0, 0.0]])
NUMBERS = np.array([[0.5, -1.5, 2], [0.2, 0.3, 0.5]])
SHARES = np.array([[0.5, 0.25, 0.25], [0, 0, 1.0]])
THREE, TWO = Target.classes("a", "b", "c"), Target.classes("no", "yes")
LABELS, VALUES = Target.labels("a", "b", "c"), Target.values("a", "b", "c")
FINALS = (None, "softmax", "log_softmax", "sigmoid")
JUDGED = [(loss, kind) for loss in LOSSES for kind in LOSSES[loss].targets]


def softmax(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def log_softmax(scores: np.ndarray) -> np.ndarray:
    return np.log(softmax(scores))


def sigmoid(scores: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-scores))


ENDS = {"softmax": softmax, "log_softmax": log_softmax, "sigmoid": sigmoid, None: np.asarray}


def distribution(z: np.ndarray, final: str | None) -> np.ndarray:
    return sigmoid(z) / sigmoid(z).sum(1, keepdims=True) if final == "sigmoid" else softmax(z)


def textbook(loss: str, final: str | None, wanted: np.ndarray, kind: str) -> np.ndarray:
    """The formulas in numpy, on the outputs after the last activation: a loss for each sample."""
    z = SCORES.numpy()
    outputs = ENDS[final](z)
    error = np.abs(outputs - wanted)
    match loss:
        case "cross_entropy" | "negative_log_likelihood":
            return -(wanted * np.log(distribution(z, final))).sum(1)
        case "kl_divergence":
            shares = np.where(wanted > 0, wanted, 1)
            return (wanted * (np.log(shares) - np.log(distribution(z, final)))).sum(1)
        case "binary_cross_entropy":
            p = softmax(z) if final in {"softmax", "log_softmax"} else sigmoid(z)
            return -(wanted * np.log(p) + (1 - wanted) * np.log(1 - p)).mean(1)
        case "hinge" if kind == "classes":
            own = (outputs * wanted).sum(1, keepdims=True)
            return np.where(wanted == 1, 0, np.maximum(0, 1 - own + outputs)).mean(1)
        case "hinge":
            return np.maximum(0, 1 - np.where(wanted == 1, 1, -1) * outputs).mean(1)
        case "huber":
            return np.where(error <= 1, error**2 / 2, error - 0.5).mean(1)
        case "mean_squared_error":
            return (error**2).mean(1)
        case "mean_absolute_error":
            return error.mean(1)
    raise AssertionError(f"no formula for {loss}")


def given(loss: str, kind: str) -> tuple[Target, np.ndarray, torch.Tensor]:
    """A target, what is wanted of each output, and that as a data set holds it."""
    if kind == "classes":
        return THREE, ONE_HOT, CLASSES
    wanted = SEVERAL if kind == "labels" else SHARES if loss == "kl_divergence" else NUMBERS
    return (LABELS if kind == "labels" else VALUES), wanted, torch.from_numpy(wanted)


@pytest.mark.parametrize("final", FINALS)
@pytest.mark.parametrize(("loss", "kind"), JUDGED)
def test_the_loss_is_the_textbooks(loss: str, kind: str, final: str | None) -> None:
    target, wanted, targets = given(loss, kind)
    expected = textbook(loss, final, wanted, kind)
    assert float(loss_function(loss, final, target)(SCORES, targets)) == pytest.approx(expected.mean(), rel=1e-9)
    np.testing.assert_allclose(per_sample(loss, final, target)(SCORES, targets).numpy(), expected, rtol=1e-9)


@pytest.mark.parametrize("final", FINALS)
@pytest.mark.parametrize("loss", [name for name, loss in LOSSES.items() if "classes" in loss.targets])
def test_one_hot_targets_do_as_well_as_class_numbers(loss: str, final: str | None) -> None:
    judge = loss_function(loss, final, THREE)
    assert float(judge(SCORES, torch.from_numpy(ONE_HOT))) == pytest.approx(float(judge(SCORES, CLASSES)), rel=1e-12)


@pytest.mark.parametrize("loss", ["cross_entropy", "negative_log_likelihood"])
def test_cross_entropy_takes_probabilities(loss: str) -> None:
    expected = -(SHARES * log_softmax(SCORES.numpy())).sum(1).mean()
    found = loss_function(loss, "softmax", THREE)(SCORES, torch.from_numpy(SHARES))
    assert float(found) == pytest.approx(expected, rel=1e-12)


def test_a_last_softmax_is_not_applied_twice() -> None:
    expected = torch.nn.CrossEntropyLoss()(SCORES, CLASSES)
    for final in ("softmax", "log_softmax", None):
        assert torch.equal(loss_function("cross_entropy", final, THREE)(SCORES, CLASSES), expected)
    log_p = torch.log_softmax(SCORES, 1)
    found = loss_function("negative_log_likelihood", "log_softmax", THREE)(SCORES, CLASSES)
    assert float(found) == pytest.approx(float(torch.nn.NLLLoss()(log_p, CLASSES)), rel=1e-12)


SURE_AND_WRONG = torch.tensor([[-300.0, 300.0, 0.0], [300.0, -300.0, -300.0]])


@pytest.mark.parametrize("final", FINALS)
@pytest.mark.parametrize(("loss", "kind"), JUDGED)
def test_loss_and_gradient_stay_finite_when_the_network_is_sure_and_wrong(
    loss: str, kind: str, final: str | None
) -> None:
    target, _, targets = given(loss, kind)
    scores = SURE_AND_WRONG.clone().requires_grad_()
    assert_finite(loss_function(loss, final, target)(scores, targets if kind == "classes" else targets.float()), scores)


@pytest.mark.parametrize("final", [None, "sigmoid"])
@pytest.mark.parametrize("loss", [name for name, loss in LOSSES.items() if loss.single])
def test_one_number_that_is_sure_and_wrong_stays_finite_too(loss: str, final: str | None) -> None:
    scores = SURE_AND_WRONG[:, :1].clone().requires_grad_()
    assert_finite(loss_function(loss, final, TWO)(scores, torch.tensor([1, 0])), scores)


def assert_finite(value: torch.Tensor, scores: torch.Tensor) -> None:
    value.backward()
    assert bool(torch.isfinite(value))
    assert scores.grad is not None
    assert bool(torch.isfinite(scores.grad).all())


# --- two classes, one number ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("final", [None, "sigmoid"])
@pytest.mark.parametrize("loss", [name for name, loss in LOSSES.items() if loss.single])
def test_one_number_tells_two_classes_apart(loss: str, final: str | None) -> None:
    z, y = np.array([1.5, -0.2, 0.4]), np.array([1, 1, 0])
    outputs = sigmoid(z) if final else z
    expected = {
        "binary_cross_entropy": -(y * np.log(sigmoid(z)) + (1 - y) * np.log(1 - sigmoid(z))),
        "hinge": np.maximum(0, 1 - (2 * y - 1) * outputs),
        "mean_squared_error": (outputs - y) ** 2,
        "mean_absolute_error": np.abs(outputs - y),
        "huber": np.where(np.abs(outputs - y) <= 1, (outputs - y) ** 2 / 2, np.abs(outputs - y) - 0.5),
    }[loss]
    scores, targets = torch.from_numpy(z)[:, None], torch.from_numpy(y)
    np.testing.assert_allclose(per_sample(loss, final, TWO)(scores, targets).numpy(), expected, rtol=1e-9)
    assert float(loss_function(loss, final, TWO)(scores, targets)) == pytest.approx(expected.mean(), rel=1e-9)
    one_hot = torch.eye(2, dtype=torch.float64)[targets]
    assert float(loss_function(loss, final, TWO)(scores, one_hot)) == pytest.approx(expected.mean(), rel=1e-9)


@pytest.mark.parametrize(
    ("loss", "final", "expected", "guesses"),
    [
        ("binary_cross_entropy", None, lambda z: [1 - sigmoid(z), sigmoid(z)], [1, 0, 1]),
        ("mean_squared_error", "sigmoid", lambda z: [1 - sigmoid(z), sigmoid(z)], [1, 0, 1]),
        ("mean_squared_error", None, lambda z: [1 - z, z], [1, 0, 0]),  # wanted are 0 and 1: it turns at a half
        ("hinge", None, lambda z: [-z, z], [1, 0, 1]),
    ],
)
def test_one_number_is_read_as_two_columns(loss, final, expected, guesses) -> None:  # type: ignore[no-untyped-def]
    z = np.array([1.5, -0.2, 0.4])
    found = probabilities(torch.from_numpy(z)[:, None], loss, final, TWO).numpy()
    np.testing.assert_allclose(found, np.stack(expected(z), 1), rtol=1e-9)
    assert found.argmax(1).tolist() == guesses


# --- what predictions say ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("loss", "final", "expected"),
    [
        ("cross_entropy", "softmax", softmax), ("cross_entropy", None, softmax), ("cross_entropy", "sigmoid", sigmoid),
        ("cross_entropy", "log_softmax", softmax), ("mean_squared_error", "log_softmax", softmax),
        ("negative_log_likelihood", None, softmax), ("kl_divergence", None, softmax), ("hinge", None, np.asarray),
        ("binary_cross_entropy", None, sigmoid), ("binary_cross_entropy", "softmax", softmax),
        ("mean_squared_error", None, np.asarray), ("mean_squared_error", "sigmoid", sigmoid),
    ],
)  # fmt: skip
def test_predictions_apply_the_activation_that_training_left_out(loss: str, final: str | None, expected) -> None:  # type: ignore[no-untyped-def]
    found = probabilities(SCORES, loss, final, THREE)
    np.testing.assert_allclose(found.numpy(), expected(SCORES.numpy()), rtol=1e-9)


def test_numbers_are_predicted_as_the_network_gives_them() -> None:
    for final, expected in ENDS.items():
        found = probabilities(SCORES, "mean_squared_error", final, VALUES)
        np.testing.assert_allclose(found.numpy(), expected(SCORES.numpy()), rtol=1e-9)
    found = probabilities(SCORES, "kl_divergence", None, VALUES)
    np.testing.assert_allclose(found.numpy(), softmax(SCORES.numpy()), rtol=1e-9)


def test_a_softmax_over_a_sequence_goes_over_the_features_of_each_step() -> None:
    scores = torch.randn(2, 4, 3, dtype=torch.float64)
    target = Target("values", shape=Shape((4, 3), ("time", "features")))
    found = probabilities(scores, "kl_divergence", "softmax", target)
    assert torch.allclose(found.sum(2), torch.ones(2, 4, dtype=torch.float64))
    wanted = torch.softmax(torch.randn(2, 4, 3, dtype=torch.float64), 2)
    per_step = (wanted * (wanted.log() - torch.log_softmax(scores, 2))).sum(2)
    each = per_sample("kl_divergence", "softmax", target)(scores, wanted)
    assert torch.allclose(each, per_step.mean(1))
    assert torch.allclose(loss_function("kl_divergence", "softmax", target)(scores, wanted), per_step.mean())


def test_several_labels_are_told_by_a_threshold_that_suits_the_loss() -> None:
    assert threshold("binary_cross_entropy", "sigmoid") == threshold("mean_squared_error", None) == 0.5
    assert threshold("hinge", None) == 0.0


def test_sixteen_bits_are_judged_with_thirty_two() -> None:
    for kind, loss in [("classes", "hinge"), ("labels", "binary_cross_entropy"), ("values", "mean_squared_error")]:
        target, _, targets = given(loss, kind)
        found = loss_function(loss, None, target)(SCORES.bfloat16(), targets.float() if kind != "classes" else targets)
        assert found.dtype == torch.float32
        assert probabilities(SCORES.bfloat16(), loss, None, target).dtype == torch.float32


# --- class weights ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("loss", [name for name, loss in LOSSES.items() if "classes" in loss.targets])
def test_class_weights_make_a_weighted_mean(loss: str) -> None:
    weights = torch.tensor([3.0, 1.0, 0.5], dtype=torch.float64)
    each = textbook(loss, None, ONE_HOT, "classes")
    found = loss_function(loss, None, THREE, weights)(SCORES, CLASSES)
    assert float(found) == pytest.approx((3 * each[0] + 0.5 * each[1]) / 3.5, rel=1e-9)


def test_class_weights_of_cross_entropy_are_torchs() -> None:
    scores, targets = torch.randn(50, 4), torch.randint(0, 4, (50,))
    weights = torch.tensor([0.1, 2.0, 0.0, 1.0])
    expected = torch.nn.functional.cross_entropy(scores, targets, weights)
    found = loss_function("cross_entropy", "softmax", Target.classes(*"abcd"), weights)(scores, targets)
    assert float(found) == pytest.approx(float(expected), rel=1e-6)


def test_a_batch_of_classes_that_weigh_nothing_teaches_nothing() -> None:
    scores = SCORES.clone().requires_grad_()
    value = loss_function("cross_entropy", None, THREE, torch.tensor([0.0, 1.0, 0.0]))(scores, CLASSES)
    value.backward()
    assert value.item() == 0.0
    assert scores.grad is not None and not scores.grad.any()


def test_balanced_weights_are_scikit_learns() -> None:
    targets = np.array([0, 0, 0, 1, 2, 2, 0, 0])
    found = class_weights("balanced", targets, 3)
    assert found is not None and found.dtype == torch.float32
    np.testing.assert_allclose(
        found.numpy(), compute_class_weight("balanced", classes=np.arange(3), y=targets), rtol=1e-6
    )


def test_a_class_without_samples_weighs_nothing() -> None:
    found = class_weights("balanced", np.array([0, 0, 3]), 4)
    assert found is not None
    assert found.tolist() == [0.75, 0.0, 0.0, 1.5]
    nobody = class_weights("balanced", np.zeros(0, np.int64), 2)
    assert nobody is not None and nobody.tolist() == [0.0, 0.0]


def test_weights_may_be_given() -> None:
    assert class_weights("equal", np.array([0, 1]), 2) is None
    assert class_weights("balanced", np.array([0.5, 1.5]), 0) is None
    found = class_weights((1.0, 0.25), np.array([0, 1]), 2)
    assert found is not None and found.tolist() == [1.0, 0.25]
    with pytest.raises(ValueError, match="3 class weights are given, but there are 2 classes"):
        class_weights((1.0, 2.0, 3.0), np.array([0, 1]), 2)
    with pytest.raises(ValueError, match="All class weights are 0"):
        class_weights((0.0, 0.0), np.array([0, 1]), 2)


# --- what does not fit ------------------------------------------------------------------------------------------------


def test_outputs_of_another_shape_than_the_target_are_refused() -> None:
    with pytest.raises(ValueError, match=r"outputs of shape \(2, 3\) for targets of shape \(2, 1\)"):
        loss_function("mean_squared_error", None, VALUES)(SCORES, torch.zeros(2, 1))


def test_a_loss_of_classes_says_that_numbers_are_none() -> None:
    with pytest.raises(ValueError, match="Cross-entropy judges classes, not values"):
        loss_function("cross_entropy", None, VALUES)
    with pytest.raises(KeyError):
        loss_function("magic", None, THREE)


def test_a_divergence_wants_distributions() -> None:
    assert unfit("kl_divergence", VALUES, SHARES) is None
    assert unfit("mean_squared_error", VALUES, NUMBERS) is None
    told = unfit("kl_divergence", VALUES, np.concatenate([NUMBERS, SHARES]))
    assert told is not None and "1 of 4 targets have a number below 0" in told


def test_a_run_is_refused_where_the_divergence_would_judge_what_are_no_distributions() -> None:
    made = load_project(find_project("diabetes"))
    with pytest.raises(CannotTrain, match=r"KL divergence compares distributions, but .* targets") as refused:
        prepare(made.replace(training=made.training.replace(loss="kl_divergence")))
    assert refused.value.hint.startswith("Choose mean squared error")
