"""Supervised learning held to its cases: class weights, several labels, two classes in one number, forecasts."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from networks import chain, project

from playground.core.project import DataSettings
from playground.core.shape import Shape
from playground.engine import preparation
from playground.engine.data import ArrayData
from playground.engine.loop import prepare, run
from playground.engine.state import TrainingState
from playground.engine.tasks.sequences import past_columns
from playground.training.datasets import Dataset, Target, describe
from playground.training.starting import starting_project


def finished(state: TrainingState) -> dict[str, float]:
    return list(run(state))[-1].test


def test_class_weights_are_those_of_a_weighted_mean():
    graph = chain("Input", ("Dense", {"units": 3}))
    state = prepare(
        project(graph, data={"dataset": "iris"}, class_weights=(1.0, 0.0, 3.0), batch_size=16), device="cpu"
    )
    x, y = next(iter(state.samples.part("test", 1000)))
    loss = torch.nn.CrossEntropyLoss(weight=torch.tensor([1.0, 0.0, 3.0]))
    with state.evaluating():
        wanted = float(loss(state.networks["Classifier"](x), y))
        whole = state.task.evaluate(state.samples.part("test", 1000), lambda: True)
        parts = state.task.evaluate(state.samples.part("test", 7), lambda: True)
    assert whole["loss"] == pytest.approx(wanted, rel=1e-5)
    assert parts["loss"] == pytest.approx(wanted, rel=1e-5)  # however it is cut into batches
    batch = state.samples.batch(state.samples.order(0), 0)
    wanted = float(loss(state.networks["Classifier"](batch[0]), batch[1]).detach())
    assert float(state.task.step(batch)["loss"]) == pytest.approx(wanted, rel=1e-5)


@pytest.mark.parametrize("units", [1, 2])
def test_two_classes_in_one_number_or_two(units):
    end = {"units": units, "activation": "Sigmoid" if units == 1 else "Softmax"}
    loss = "binary_cross_entropy" if units == 1 else "cross_entropy"
    graph = chain("Input", ("Dense", {"units": 16, "activation": "Tanh"}), ("Dense", end))
    found = prepare(
        project(graph, data={"dataset": "moons"}, loss=loss, epochs=30, batch_size=16, learning_rate=0.02), device="cpu"
    )
    assert finished(found)["accuracy"] > 0.85
    x, y = found.samples.stored("test", np.arange(found.samples.test_count))
    told = found.predict(x)
    assert told.shape == (len(x), 2)
    assert np.allclose(told.sum(1), 1)
    assert (told.argmax(1) == y).mean() > 0.85


def test_several_labels_at_once(monkeypatch):
    """Two labels, each the sign of one of the numbers."""
    x = np.random.default_rng(0).normal(size=(400, 4)).astype(np.float32)
    dataset = Dataset("marks", "Marks", "", Shape.vector(4), Target.labels("first", "second"), 400)
    arrays = ArrayData.whole(dataset, x, (x[:, :2] > 0).astype(np.float32))
    monkeypatch.setattr(preparation, "load_data", lambda *_: arrays)
    for module in ("playground.training.check", "playground.training.outputs"):
        monkeypatch.setattr(f"{module}.describe", lambda _: dataset)
    graph = chain("Input", ("Dense", {"units": 2, "activation": "Sigmoid"}))
    found = prepare(
        project(graph, loss="binary_cross_entropy", epochs=40, batch_size=16, learning_rate=0.05), device="cpu"
    )
    test = finished(found)
    assert test["accuracy"] > 0.95
    assert test["auroc"] > 0.98
    told = found.predict(x[:10])
    assert ((told > 0.5) == (x[:10, :2] > 0)).mean() > 0.9
    with found.evaluating():
        (rows,) = found.task.views()
    assert set(" ".join(rows.truth).replace(",", "").split()) <= {"first", "second", "none"}


def test_a_forecast_is_compared_with_repeating_the_last_value():
    state = prepare(starting_project("forecasting", DataSettings(dataset="oscillator", limit=300)), device="cpu")
    with state.evaluating():
        found = state.task.evaluate(state.samples.part("test", 64), lambda: True)
    x, y = state.samples.stored("test", np.arange(state.samples.test_count))
    assert found["repeat_last"] == pytest.approx(float(((y - x[:, -1, :1]) ** 2).mean()), rel=1e-4)


def test_whose_future_it_is():
    found = describe(DataSettings(dataset="oscillator", params={"horizon": 3}))
    assert past_columns(found) == [0, 0, 0]
    own = Dataset(
        "t", "T", "", Shape.sequence(5, 2), Target.values("a +1", "b +1", "a +2", "b +2"), 9, features=("a", "b")
    )
    assert past_columns(own) == [0, 1, 0, 1]
    assert (
        past_columns(Dataset("t", "T", "", Shape.sequence(5, 2), Target.values("c +1"), 9, features=("a", "b"))) is None
    )


def test_lstm_beats_repeating_the_last_value():
    project = starting_project("forecasting", DataSettings(dataset="sines", limit=1000))
    state = prepare(project.replace(training=project.training.replace(epochs=12, learning_rate=0.005)), device="cpu")
    found = finished(state)
    assert found["mse"] < found["repeat_last"] / 2


@pytest.mark.parametrize("task", ["supervised", "forecasting", "text", "autoencoder", "vae", "gan"])
@pytest.mark.parametrize("dataset", ["digits", "moons", "diabetes", "sines", "sentiment"])
def test_what_new_from_task_lays_out_trains(task, dataset):
    try:
        project = starting_project(task, DataSettings(dataset=dataset, limit=64))
    except ValueError as error:
        assert "It is for: " in str(error)
        return
    state = prepare(project.replace(training=project.training.replace(epochs=1)), device="cpu")
    assert np.isfinite(finished(state)["loss"])
