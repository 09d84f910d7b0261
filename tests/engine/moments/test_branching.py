"""A run that branches off at an earlier step learns bit by bit what an uninterrupted run learns from there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from networks import chain, classifier, project

from playground import protocol
from playground.core.edits import InsertOnLink
from playground.core.project import (
    DataSettings,
    EarlyStopping,
    OptimizerSettings,
    Project,
    ScheduleSettings,
    TaskSettings,
)
from playground.engine.control import Control
from playground.engine.errors import CannotTrain
from playground.engine.loop import prepare, run
from playground.engine.moments import Moments, branched
from playground.engine.state import TrainingState
from playground.training.starting import starting_project

ADAM = OptimizerSettings()
MOMENTUM = OptimizerSettings(type="SGD", params={"momentum": 0.9, "nesterov": True})
CASES: dict[str, tuple[str, str, dict[str, Any], OptimizerSettings, ScheduleSettings]] = {
    "supervised": ("supervised", "iris", {}, MOMENTUM, ScheduleSettings(type="one_cycle")),
    "plateau": ("supervised", "iris", {}, OptimizerSettings(type="RMSprop"), ScheduleSettings(type="plateau")),
    "autoencoder": ("autoencoder", "iris", {"noise": 0.3, "mask": 0.2}, ADAM, ScheduleSettings()),
    "vae": ("vae", "digits", {"warm_up": 2}, ADAM, ScheduleSettings(type="cosine")),
    "gan": ("gan", "moons", {"discriminator_steps": 2}, ADAM, ScheduleSettings(type="exponential")),
}


def small(case: str) -> Project:
    """Four epochs of a few steps, with dropout before the last layer and early stopping that keeps its best."""
    task, dataset, params, optimizer, schedule = CASES[case]
    found = starting_project(task, DataSettings(dataset=dataset, limit=100, validation=0.2))
    for name, graph in found.networks.items():
        link = graph.incoming[graph.exits[0]][0]
        found = InsertOnLink.between(graph, name, link, "Dropout").apply(found)
    stopping = EarlyStopping(on=True, patience=3, restore_best=True)
    training = found.training.replace(
        epochs=4, batch_size=16, optimizer=optimizer, schedule=schedule, early_stopping=stopping
    )
    return found.replace(task=TaskSettings(type=task, params={**found.task.params, **params}), training=training)


def stepped(state: TrainingState, moments: Moments) -> TrainingState:
    """Train to the end by single steps, each of which is kept."""
    control = Control(paused=True)
    for event in run(state, control, moments=moments):
        if isinstance(event, protocol.RunPaused):
            control.step_once()
    return state


def outcome(state: TrainingState) -> tuple[Any, ...]:
    """Train to the end; all numbers that came out."""
    events = list(run(state))
    assert isinstance(events[-1], protocol.RunFinished), events[-1]
    curves = {name: series.arrays() for name, series in state.history.series.items() if name.startswith("loss/")}
    epochs = [(e.epoch, e.step, e.train, e.validation) for e in state.history.epochs]
    return curves, epochs, events[-1].test, {name: t.clone() for name, t in state.module.state_dict().items()}


def assert_same(one: tuple[Any, ...], other: tuple[Any, ...]) -> None:
    assert one[0].keys() == other[0].keys()
    for name in one[0]:
        for mine, theirs in zip(one[0][name], other[0][name], strict=True):
            np.testing.assert_array_equal(mine, theirs)
    assert one[1:3] == other[1:3]
    assert all(torch.equal(one[3][name], other[3][name]) for name in one[3])


@pytest.mark.parametrize("case", CASES)
def test_a_branch_learns_what_an_uninterrupted_run_learns(tmp_path: Path, case: str) -> None:
    straight = outcome(prepare(small(case)))
    moments = Moments(folder=tmp_path)
    parent = stepped(prepare(small(case), run=1), moments)
    weights = {name: tensor.clone() for name, tensor in parent.module.state_dict().items()}
    last = moments.steps[-1]
    assert moments.steps == tuple(range(last + 1))
    for step in (0, last // 2, last - 3):
        torch.rand(1000)  # whatever happens in between
        state = branched(parent, moments.get(step), 2)
        assert (state.run, state.parent, state.position.step, state.history.last_step) == (2, 1, step, step)
        assert_same(outcome(state), straight)
    assert all(torch.equal(weights[name], tensor) for name, tensor in parent.module.state_dict().items())
    moments.close()


def test_moments_that_are_on_disk_are_those_that_were_taken(tmp_path: Path) -> None:
    straight = outcome(prepare(small("vae")))
    moments = Moments(folder=tmp_path)
    parent = stepped(prepare(small("vae")), moments)
    while (writer := moments._writer) is not None:
        writer.join()
    (folder,) = tmp_path.iterdir()
    assert {path.name for path in folder.glob("*.safetensors")} == {f"{step}.safetensors" for step in moments.steps}
    assert moments._kept[7].moment is None
    assert_same(outcome(branched(parent, moments.get(7), 2)), straight)
    moments.close()
    assert not list(tmp_path.iterdir())


def test_keeping_moments_changes_nothing_in_a_run(tmp_path: Path) -> None:
    straight = outcome(prepare(small("gan")))
    moments, state = Moments(folder=tmp_path), prepare(small("gan"))
    assert isinstance(list(run(state, moments=moments))[-1], protocol.RunFinished)
    assert {0, state.position.step} <= set(moments.steps)
    assert all(torch.equal(straight[3][name], tensor) for name, tensor in state.module.state_dict().items())
    moments.close()


def test_a_branch_goes_on_as_long_as_its_parent_was_told_to(tmp_path: Path) -> None:
    moments = Moments(folder=tmp_path)
    parent = stepped(prepare(classifier(epochs=2, batch_size=500)), moments)
    last = moments.steps[-1]
    assert not branched(parent, moments.get(last - 1), 2).finished
    again = branched(parent, moments.get(last), 2)  # where all is done, as many again
    assert (again.finished, again.epochs) == (False, 4)
    moments.close()


def test_the_rate_of_then_counts(tmp_path: Path) -> None:
    moments, state = Moments(folder=tmp_path), prepare(classifier(learning_rate=0.01))
    moments.keep(state)
    state.set_learning_rate(0.5)
    assert branched(state, moments.get(0), 2).learning_rate == 0.01
    moments.close()


@pytest.fixture
def kept(tmp_path: Path) -> Any:
    moments = Moments(folder=tmp_path)
    net = chain("Input", "Flatten", ("Dense", {"units": 10}))
    settings = {"epochs": 2, "batch_size": 50, "optimizer": MOMENTUM}
    parent = stepped(prepare(project(net, data={"limit": 150, "validation": 0.2}, **settings)), moments)
    yield parent, moments
    moments.close()


def test_settings_of_now_count_from_the_branch_on(kept: Any) -> None:
    parent, moments = kept
    training = parent.project.training
    now = parent.project.replace(training=training.replace(learning_rate=0.2, epochs=7, clip_norm=1.0))
    state = branched(parent, moments.get(2), 2, now)
    assert (state.learning_rate, state.epochs, state.project) == (0.2, 7, now)
    assert state.task.updaters.state_tensors().keys() == parent.task.updaters.state_tensors().keys()
    assert state.task.updaters["Classifier"].optimizer.param_groups[0]["lr"] == 0.2
    other = now.replace(training=now.training.replace(optimizer=ADAM, schedule=ScheduleSettings(type="plateau")))
    fresh = branched(parent, moments.get(2), 2, other)
    assert not fresh.task.updaters.state_tensors()  # what momentum remembers says nothing to Adam
    assert isinstance(list(run(fresh))[-1], protocol.RunFinished)


def test_other_networks_data_or_batches_are_refused(kept: Any) -> None:
    parent, moments = kept
    was = parent.project
    wider = project(chain("Input", "Flatten", ("Dense", {"units": 20}), ("Dense", {"units": 10})))
    for other, what in (
        (was.replace(networks=wider.networks), "the network"),
        (was.replace(data=was.data.replace(limit=100)), "the data"),
        (was.replace(training=was.training.replace(batch_size=20)), "the size of the batches"),
        (was.replace(training=was.training.replace(seed=3)), "the seed"),
    ):
        with pytest.raises(CannotTrain, match=what):
            branched(parent, moments.get(2), 2, other)
