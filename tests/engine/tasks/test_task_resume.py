"""Of every task: a run that goes on from its bundle in the middle of an epoch ends with the very same numbers."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from playground import protocol
from playground.core.edits import InsertOnLink
from playground.core.project import DataSettings, Project, ScheduleSettings, TaskSettings
from playground.engine.checkpoint import load_bundle, restore, save_bundle
from playground.engine.control import Control
from playground.engine.loop import prepare, run
from playground.engine.state import TrainingState
from playground.training.starting import starting_project

CASES: list[tuple[str, str, dict[str, Any]]] = [
    ("supervised", "iris", {}),
    ("forecasting", "sines", {}),
    ("text", "sentiment", {}),
    ("autoencoder", "iris", {"noise": 0.3, "mask": 0.2}),
    ("vae", "digits", {"warm_up": 2}),
    ("vae", "iris", {"output": "gaussian", "beta": 2.0}),
    ("gan", "moons", {"discriminator_steps": 2}),
    ("gan", "moons", {"form": "wasserstein_gp", "discriminator_steps": 3}),
    ("gan", "digits", {"form": "least_squares", "discriminator_rate": 0.5}),
    ("gan", "digits", {"form": "wasserstein_gp"}),
]


def small(task: str, dataset: str, params: dict[str, Any]) -> Project:
    """Three epochs of a few steps, with dropout before the last layer, on a schedule."""
    found = starting_project(task, DataSettings(dataset=dataset, limit=100, validation=0.2))
    for name, graph in found.networks.items():
        link = graph.incoming[graph.exits[0]][0]
        found = InsertOnLink.between(graph, name, link, "Dropout").apply(found)
    return found.replace(
        task=TaskSettings(type=task, params={**found.task.params, **params}),
        training=found.training.replace(epochs=3, batch_size=16, schedule=ScheduleSettings(type="cosine")),
    )


def train_until(state: TrainingState, step: int) -> TrainingState:
    """Train to ``step`` exactly, by single steps."""
    control = Control(paused=True)
    for event in run(state, control):
        if isinstance(event, protocol.RunPaused):
            control.abort() if event.step >= step else control.step_once()
    assert state.position.step == step
    return state


def outcome(state: TrainingState) -> tuple[Any, ...]:
    """Train to the end; all numbers that came out."""
    events = list(run(state))
    assert isinstance(events[-1], protocol.RunFinished), events[-1]
    epochs = [(e.epoch, e.step, e.train, e.validation) for e in state.history.epochs]
    return epochs, events[-1].test, {name: tensor.clone() for name, tensor in state.module.state_dict().items()}


@pytest.mark.parametrize(("task", "dataset", "params"), CASES)
def test_a_resumed_run_ends_as_the_uninterrupted_one(task, dataset, params, tmp_path):
    project = small(task, dataset, params)
    whole = outcome(prepare(project, device="cpu"))
    state = prepare(project, device="cpu")
    steps = state.samples.steps_per_epoch
    assert steps == 5
    for step in (3, steps + 2):  # both in the middle of an epoch; the generator of k = 2 and 3 is not due at them
        train_until(state, step)
        save_bundle(state, tmp_path / "run.playground")
        state = restore(load_bundle(tmp_path / "run.playground"), device="cpu")
    resumed = outcome(state)
    assert resumed[:2] == whole[:2]
    assert resumed[2].keys() == whole[2].keys()
    assert all(torch.equal(tensor, whole[2][name]) for name, tensor in resumed[2].items())


@pytest.mark.parametrize(("task", "dataset", "params"), CASES)
def test_looking_does_not_change_what_is_learned(task, dataset, params):
    project = small(task, dataset, params)
    blind = outcome(prepare(project, device="cpu"))
    state = prepare(project, device="cpu")
    control = Control(paused=True)
    for event in run(state, control):  # every step is reported and looked at
        if isinstance(event, protocol.RunPaused):
            control.step_once()
    assert all(torch.equal(tensor, blind[2][name]) for name, tensor in state.module.state_dict().items())
