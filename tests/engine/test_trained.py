"""A trained network on its own: predictions as the loss reads them, and clear words for what does not fit."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from networks import chain, project

from playground.engine.errors import CannotTrain
from playground.engine.loop import prepare, run
from playground.engine.trained import TrainedModel

X = np.linspace(0, 1, 3 * 784, dtype=np.float32).reshape(3, 1, 28, 28)


def dense(**last: object) -> object:
    return chain("Input", "Flatten", ("Dense", {"units": 10, **last}))


@pytest.mark.parametrize(
    ("loss", "activation", "expected"),
    [
        ("cross_entropy", "Softmax", lambda z: torch.softmax(z, 1)),
        ("cross_entropy", "LogSoftmax", lambda z: torch.softmax(z, 1)),
        ("cross_entropy", "Linear", lambda z: torch.softmax(z, 1)),
        ("binary_cross_entropy", "Linear", torch.sigmoid),
        ("binary_cross_entropy", "Sigmoid", torch.sigmoid),
        ("mean_squared_error", "Linear", lambda z: z),
        ("mean_squared_error", "Sigmoid", torch.sigmoid),
    ],
)
def test_run_and_model_say_the_same_and_apply_the_last_activation_once(  # type: ignore[no-untyped-def]
    loss: str, activation: str, expected
) -> None:
    state = prepare(project(dense(activation=activation), loss=loss))  # type: ignore[arg-type]
    layer = state.module.get_submodule("dense1")
    by_hand = expected(torch.from_numpy(X).flatten(1) @ layer.weight.T + layer.bias).detach().numpy()
    np.testing.assert_allclose(state.predict(X), by_hand, atol=1e-6)
    np.testing.assert_allclose(TrainedModel.from_state(state).predict(X), by_hand, atol=1e-6)


def test_an_untrained_model_has_the_weights_that_training_begins_with() -> None:
    made = project(dense(), seed=5)  # type: ignore[arg-type]
    ours, begins = TrainedModel.untrained(made).module.state_dict(), prepare(made).module.state_dict()
    assert all(torch.equal(ours[name], begins[name]) for name in begins)


def test_a_model_taken_from_a_run_does_not_change_when_the_run_goes_on() -> None:
    state = prepare(project(dense(), data={"limit": 100}, epochs=1))  # type: ignore[arg-type]
    model = TrainedModel.from_state(state)
    before = model.predict(X)
    list(run(state))
    assert np.array_equal(model.predict(X), before)
    assert not np.array_equal(state.predict(X), before)


def test_no_samples_give_no_rows_and_a_wrong_shape_is_named() -> None:
    model = TrainedModel.untrained(project(dense()))  # type: ignore[arg-type]
    assert model.predict(X[:0]).shape == (0, 10)
    assert prepare(project(dense())).predict(X[:0]).shape == (0, 10)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="1 × 28 × 28"):
        model.predict(np.zeros((2, 1, 8, 8), np.float32))


def test_many_samples_are_predicted_in_parts() -> None:
    model = TrainedModel.untrained(project(dense()))  # type: ignore[arg-type]
    many = np.random.default_rng(0).random((501, 1, 28, 28), np.float32)
    np.testing.assert_allclose(model.predict(many)[[0, 250, 500]], model.predict(many[[0, 250, 500]]), atol=1e-6)


def test_a_project_with_a_problem_has_no_model() -> None:
    with pytest.raises(CannotTrain):
        TrainedModel.untrained(project(chain("Input", ("Dense", {"units": 10}))))
