"""What the loop promises holds for every task: its numbers, going on from a bundle, and ending early."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch

import playground as pg
from playground import protocol
from playground.commands.training_display import metrics_text
from playground.core.project import EarlyStopping, Project
from playground.engine.checkpoint import load_bundle, restore, save_bundle
from playground.engine.control import Control
from playground.engine.loop import prepare, run
from playground.engine.state import TrainingState
from playground.engine.tasks import TASKS
from playground.training.metrics import METRICS
from playground.training.tasks import task_of

# A preset of each task; small ones on data that come with the program.
PRESETS = ("iris", "diabetes", "text-sentiment", "lstm-forecast", "gan-2d")


def network(*layers: tuple[str, dict[str, object]]) -> pg.Network:
    net = pg.Network()
    last = net.add("Input")
    for kind, params in layers:
        last = net.add(kind, last, **params)
    return net


def made(name: str) -> Project:
    """Two epochs of five steps or so."""
    if name == "autoencoder":
        layers = (("Flatten", {}), ("Dense", {"units": 16, "activation": "ReLU"}),
                  ("Dense", {"units": 784, "activation": "Sigmoid"}), ("Reshape", {"sizes": [1, 28, 28]}))  # fmt: skip
        project = pg.new_project("Autoencoder", network(*layers), task="autoencoder", loss="mean_squared_error")
    else:
        project = pg.load(name)
    training = project.training.replace(epochs=2, batch_size=32)
    return project.replace(training=training, data=project.data.replace(limit=160, validation=0.2))


def names() -> list[str]:
    return ["autoencoder", *PRESETS]


def test_every_task_but_the_largest_is_among_them() -> None:
    assert {made(name).task.type for name in names()} | {"vae"} == set(TASKS)


def numbers(state: TrainingState) -> tuple[object, ...]:
    events = list(run(state))
    assert isinstance(events[-1], protocol.RunFinished), events[-1]
    weights = {name: tensor.clone() for name, tensor in state.module.state_dict().items()}
    return [(e.train, e.validation) for e in state.history.epochs], events[-1].test, weights


@pytest.mark.parametrize("name", names())
def test_it_goes_on_from_a_bundle_bit_by_bit(name: str, tmp_path: Path) -> None:
    straight = numbers(prepare(made(name)))
    state, control = prepare(made(name)), Control(paused=True)
    middle = state.samples.steps_per_epoch + 1
    for event in run(state, control):
        if isinstance(event, protocol.RunPaused):
            control.abort() if event.step == middle else control.step_once()
    save_bundle(state, tmp_path / "a.playground")
    torch.rand(100)
    again = numbers(restore(load_bundle(tmp_path / "a.playground")))
    assert again[:2] == straight[:2]
    first, second = straight[2], again[2]
    assert isinstance(first, dict)
    assert isinstance(second, dict)
    assert all(torch.equal(first[key], second[key]) for key in first)


@pytest.mark.parametrize("name", names())
def test_metrics_are_those_that_its_description_names(name: str) -> None:
    trained = pg.train(made(name))
    project, dataset = trained.state.project, trained.state.samples.arrays.dataset
    told = json.loads(json.dumps(trained.metrics(), allow_nan=False))
    assert [epoch["epoch"] for epoch in told["epochs"]] == [1, 2]
    assert told["epochs"][0]["train"].keys() == {"loss", *task_of(project).step_metrics(project, dataset)}
    assert told["test"].keys() <= {"loss", *task_of(project).metrics(project, dataset)}
    assert told["test"].keys() <= METRICS.keys()
    line = metrics_text(told["test"])
    assert all(METRICS[metric].title.lower() in line.lower() for metric in told["test"])
    rows = trained.state.samples.arrays.train_x[:3]
    if project.task.type != "gan":
        assert np.isfinite(trained.predict(rows)).all()
        assert len(trained.predict(rows)) == 3


@pytest.mark.parametrize("name", names())
def test_it_ends_early_and_says_so(name: str) -> None:
    project = made(name)
    stopping = EarlyStopping(on=True, patience=1, minimum_improvement=1e6)
    trained = pg.train(project.replace(training=project.training.replace(epochs=50, early_stopping=stopping)))
    assert (trained.early, trained.stopped, len(trained.epochs)) == (True, False, 2)
    assert "was best in epoch 1" in trained.note


@pytest.mark.parametrize("name", names())
def test_numbers_that_break_down_are_taken_back(name: str) -> None:
    state, control = prepare(made(name)), Control(attended=True)
    layer = next(part for part in state.module.modules() if isinstance(part, torch.nn.Linear | torch.nn.LSTM))
    events = run(state, control)
    for event in events:
        if isinstance(event, protocol.EpochDone):
            break
    with torch.no_grad():
        next(iter(layer.parameters())).fill_(float("nan"))
    told: list[protocol.Event] = []
    for event in events:
        told.append(event)
        if isinstance(event, protocol.RunPaused | protocol.RunFailed | protocol.RunFinished):
            break
    assert [type(event).__name__ for event in told[-2:]] == ["Diverged", "RunPaused"]
    assert all(bool(torch.isfinite(tensor).all()) for tensor in state.module.state_dict().values())
    control.resume()
    assert isinstance(list(events)[-1], protocol.RunFinished)


def test_a_classifier_shows_its_numbers_in_percent_and_others_as_they_are() -> None:
    shown = metrics_text({"loss": 0.08731, "accuracy": 0.97312, "top_5": 1.0, "auroc": 0.5, "mae": 12345.678})
    assert shown == "loss 0.0873  accuracy 97.31 %  top-5 accuracy 100.00 %  AUROC 0.5000  MAE 1.235e+04"
