"""Losses work on scores: the same number as the textbook's formula, and finite where the textbook's is not."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from playground.engine.losses import loss_function, probabilities
from playground.training.losses import LOSSES

SCORES = torch.tensor([[2.0, -1.0, 0.5], [0.1, 0.2, -3.0]], dtype=torch.float64)
TARGETS = torch.tensor([0, 2])
ONE_HOT = np.array([[1.0, 0, 0], [0, 0, 1.0]])
FINALS = (None, "softmax", "log_softmax", "sigmoid")


def softmax(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def log_softmax(scores: np.ndarray) -> np.ndarray:
    return np.log(softmax(scores))


def sigmoid(scores: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-scores))


def textbook(loss: str, final: str | None) -> float:
    """The formulas in numpy, on the outputs after the last activation."""
    z = SCORES.numpy()
    if loss == "cross_entropy":
        p = sigmoid(z) / sigmoid(z).sum(1, keepdims=True) if final == "sigmoid" else softmax(z)
        return float(-np.log(p[[0, 1], TARGETS.numpy()]).mean())
    if loss == "binary_cross_entropy":
        p = softmax(z) if final in {"softmax", "log_softmax"} else sigmoid(z)
        return float(-(ONE_HOT * np.log(p) + (1 - ONE_HOT) * np.log(1 - p)).mean())
    outputs = {"softmax": softmax, "log_softmax": log_softmax, "sigmoid": sigmoid, None: np.asarray}[final](z)
    difference = outputs - ONE_HOT
    return float((difference**2).mean() if loss == "mean_squared_error" else np.abs(difference).mean())


@pytest.mark.parametrize("final", FINALS)
@pytest.mark.parametrize("loss", LOSSES)
def test_the_loss_is_the_textbooks(loss: str, final: str | None) -> None:
    assert float(loss_function(loss, final)(SCORES, TARGETS)) == pytest.approx(textbook(loss, final), rel=1e-9)


def test_a_last_softmax_is_not_applied_twice() -> None:
    expected = torch.nn.CrossEntropyLoss()(SCORES, TARGETS)
    assert torch.equal(loss_function("cross_entropy", "softmax")(SCORES, TARGETS), expected)
    assert torch.equal(loss_function("cross_entropy", None)(SCORES, TARGETS), expected)


@pytest.mark.parametrize("final", FINALS)
@pytest.mark.parametrize("loss", LOSSES)
def test_loss_and_gradient_stay_finite_when_the_network_is_sure_and_wrong(loss: str, final: str | None) -> None:
    scores = torch.tensor([[-300.0, 300.0, 0.0], [300.0, -300.0, -300.0]], requires_grad=True)
    value = loss_function(loss, final)(scores, TARGETS)
    value.backward()
    assert bool(torch.isfinite(value))
    assert scores.grad is not None
    assert bool(torch.isfinite(scores.grad).all())


@pytest.mark.parametrize(
    ("loss", "final", "expected"),
    [
        ("cross_entropy", "softmax", softmax), ("cross_entropy", None, softmax), ("cross_entropy", "sigmoid", sigmoid),
        ("cross_entropy", "log_softmax", softmax), ("mean_squared_error", "log_softmax", softmax),
        ("binary_cross_entropy", None, sigmoid), ("binary_cross_entropy", "softmax", softmax),
        ("mean_squared_error", None, np.asarray), ("mean_squared_error", "sigmoid", sigmoid),
    ],
)  # fmt: skip
def test_predictions_apply_the_activation_that_training_left_out(loss: str, final: str | None, expected) -> None:  # type: ignore[no-untyped-def]
    np.testing.assert_allclose(probabilities(SCORES, loss, final).numpy(), expected(SCORES.numpy()), rtol=1e-9)
