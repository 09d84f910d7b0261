"""How a network ends, which loss judges it, and what its target is: each misfit told once, and mended by its fix."""

from __future__ import annotations

from typing import Any

import pytest
from networks import Part, chain, project

from playground.core.problems import Problem
from playground.core.project import Project
from playground.core.shape import Shape
from playground.training.check import check
from playground.training.datasets import Dataset, Target
from playground.training.endings import loss_fits
from playground.training.losses import LOSSES

CODES = {"loss-target", "class-weights", "loss-activation", "softmax-of-one", "bounded-end", "bent-scores"}
HIDDEN: Part = ("Dense", {"units": 8, "activation": "ReLU"})
NUMBERS, TWO = {"dataset": "diabetes"}, {"dataset": "moons"}
THREE_LABELS = Dataset("tags", "Tags", "", Shape.vector(4), Target.labels("a", "b", "c"), 100)


def ends(*tail: Part, data: dict[str, Any], **training: Any) -> Project:
    return project(chain("Input", HIDDEN, *tail), data=data, **training)


def dense(units: int, activation: str = "Linear") -> Part:
    return ("Dense", {"units": units, "activation": activation})


def told(found: Project) -> list[Problem]:
    return [problem for problem in check(found).problems if problem.code in CODES]


def mended(found: Project, problem: Problem) -> Project:
    assert problem.fix is not None
    return problem.fix.edit.apply(found)


# --- the loss and the target ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("loss", ["cross_entropy", "binary_cross_entropy", "negative_log_likelihood", "hinge"])
def test_a_loss_of_classes_cannot_judge_numbers(loss: str) -> None:
    found = ends(dense(1), data=NUMBERS, loss=loss)
    (problem,) = told(found)
    assert (problem.severity, problem.code, problem.field) == ("error", "loss-target", "loss")
    assert "Diabetes has numbers to predict" in problem.message
    after = mended(found, problem)
    assert after.training.loss == "mean_squared_error"
    assert told(after) == []


@pytest.mark.parametrize("loss", ["mean_squared_error", "mean_absolute_error", "huber"])
def test_a_regression_with_a_linear_end_is_as_it_should_be(loss: str) -> None:
    found = check(ends(dense(1), data=NUMBERS, loss=loss))
    assert found.problems == ()


def test_one_of_several_classes_is_not_several_labels() -> None:
    (problem,) = loss_fits(ends(dense(3), data=TWO, loss="cross_entropy"), THREE_LABELS)
    assert problem.message == "Cross-entropy judges classes, but Tags has labels."
    assert problem.fix is not None and problem.fix.text == "Use binary cross-entropy"
    assert not [*loss_fits(ends(dense(3), data=TWO, loss="binary_cross_entropy"), THREE_LABELS)]


@pytest.mark.parametrize("loss", LOSSES)
def test_one_number_for_two_classes_takes_a_loss_that_reads_it(loss: str) -> None:
    found = ends(dense(1), data=TWO, loss=loss)
    problems = told(found)
    if LOSSES[loss].single:
        assert check(found).ok
        return
    assert [problem.code for problem in problems] == ["loss-target"]
    after = mended(found, problems[0])
    assert after.training.loss == "binary_cross_entropy"
    assert check(after).problems == ()


def test_an_unknown_loss_and_data_without_a_target_are_told_elsewhere() -> None:
    nothing = Dataset("x", "X", "", Shape.vector(4), Target("none"), 100)
    assert not [*loss_fits(ends(dense(2), data=TWO), nothing)]
    assert not [*loss_fits(ends(dense(2), data=TWO, loss="magic"), THREE_LABELS)]


# --- class weights ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("weights", "severity", "text"),
    [
        ((1.0, 2.0, 3.0), "error", "Moons has 2 classes, but the class weights are 3."),
        ((0.0, 0.0), "error", "All class weights are 0"),
    ],
)
def test_class_weights_must_fit_the_classes(weights: tuple[float, ...], severity: str, text: str) -> None:
    found = ends(dense(2), data=TWO, class_weights=weights)
    (problem,) = told(found)
    assert problem.severity == severity and text in problem.message
    assert told(mended(found, problem)) == []


def test_class_weights_without_classes_do_nothing() -> None:
    found = ends(dense(1), data=NUMBERS, loss="mean_squared_error", class_weights="balanced")
    (problem,) = told(found)
    assert problem.severity == "warning" and "Diabetes has no classes" in problem.message
    assert told(mended(found, problem)) == []


@pytest.mark.parametrize("weights", ["equal", "balanced", (0.0, 1.0)])
def test_class_weights_that_fit_are_left_alone(weights: Any) -> None:
    assert told(ends(dense(2), data=TWO, class_weights=weights)) == []


# --- the last activation of a regression ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("activation", "text"),
    [
        ("ReLU", "gives no number below 0"),
        ("Softmax", "gives numbers that add up to 1"),
        ("Sigmoid", "gives numbers between 0 and 1"),
        ("Tanh", "gives numbers between −1 and 1"),
        ("Softplus", "gives no number below 0"),
    ],
)
def test_a_regression_that_cannot_give_every_number_is_warned_of(activation: str, text: str) -> None:
    for tail, fix in [([dense(1, activation)], "Set activation to Linear"), ([dense(1), activation], "Remove ")]:
        found = ends(*tail, data=NUMBERS, loss="mean_squared_error")
        (problem,) = told(found)
        assert (problem.severity, problem.code) == ("warning", "bounded-end")
        assert text in problem.message
        assert problem.fix is not None and problem.fix.text.startswith(fix)
        assert check(mended(found, problem)).problems == ()


@pytest.mark.parametrize(
    ("activation", "scaling"), [("Sigmoid", "minmax"), ("Tanh", "symmetric"), ("ReLU", "minmax"), ("LeakyReLU", "none")]
)
def test_a_target_that_is_scaled_to_what_the_end_gives_can_be_reached(activation: str, scaling: str) -> None:
    data = {**NUMBERS, "preparation": {"target": scaling}}
    assert told(ends(dense(1), activation, data=data, loss="huber")) == []


# --- the last activation of a classifier ------------------------------------------------------------------------------


def test_a_softmax_of_one_number_learns_nothing() -> None:
    found = ends(dense(1, "Softmax"), data=TWO, loss="binary_cross_entropy")
    (problem,) = told(found)
    assert (problem.severity, problem.code) == ("error", "softmax-of-one")
    assert check(mended(found, problem)).problems == ()
    layer = ends(dense(1), "Softmax", data=TWO, loss="binary_cross_entropy")
    (problem,) = told(layer)
    assert problem.fix is not None and problem.fix.text == "Remove Softmax 1"
    assert check(mended(layer, problem)).problems == ()


@pytest.mark.parametrize(
    ("units", "activation", "loss", "fix"),
    [
        (2, "Sigmoid", "cross_entropy", "binary_cross_entropy"),
        (2, "Softmax", "binary_cross_entropy", "cross_entropy"),
        (2, "LogSoftmax", "mean_squared_error", "cross_entropy"),
        (1, "Sigmoid", "hinge", "binary_cross_entropy"),
    ],
)
def test_an_activation_that_the_loss_does_not_expect(units: int, activation: str, loss: str, fix: str) -> None:
    found = ends(dense(units, activation), data=TWO, loss=loss)
    (problem,) = told(found)
    assert (problem.severity, problem.code) == ("warning", "loss-activation")
    after = mended(found, problem)
    assert after.training.loss == fix
    assert check(after).problems == ()


@pytest.mark.parametrize(
    ("units", "activation", "loss"),
    [
        (2, "Softmax", "cross_entropy"), (2, "LogSoftmax", "negative_log_likelihood"), (2, "Softmax", "kl_divergence"),
        (1, "Sigmoid", "binary_cross_entropy"), (1, "Sigmoid", "mean_squared_error"), (1, "Tanh", "hinge"),
        (2, "Linear", "hinge"), (1, "Linear", "hinge"), (2, "Softmax", "huber"),
    ],
)  # fmt: skip
def test_pairs_that_textbooks_have_are_left_alone(units: int, activation: str, loss: str) -> None:
    assert check(ends(dense(units, activation), data=TWO, loss=loss)).problems == ()


def test_a_hinge_wants_scores_of_both_signs() -> None:
    found = ends(dense(1, "ReLU"), data=TWO, loss="hinge")
    (problem,) = told(found)
    assert problem.code == "bent-scores" and "hinge wants as they are" in problem.message
    assert check(mended(found, problem)).problems == ()
