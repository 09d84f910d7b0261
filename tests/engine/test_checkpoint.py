"""A bundle holds a whole run: going on from it gives the very numbers of a run that was never broken off."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from networks import chain, project
from safetensors.torch import save

from playground import protocol
from playground.core import bundle as file
from playground.core.files import FileError
from playground.core.project import Project
from playground.engine.checkpoint import load_bundle, restore, save_bundle
from playground.engine.control import Control
from playground.engine.errors import CannotTrain
from playground.engine.loop import prepare, run
from playground.engine.state import TrainingState
from playground.engine.trained import TrainedModel


def network(optimizer: str = "Adam", **training: object) -> Project:
    """Dropout, batch normalization and convolution: all that has a state of its own."""
    graph = chain(
        "Input", ("Conv2D", {"filters": 4, "activation": "ReLU"}), "BatchNorm", "MaxPool2D", "Flatten", "Dropout",
        ("Dense", {"units": 10, "activation": "Softmax"}),
    )  # fmt: skip
    settings = {"epochs": 3, "batch_size": 16, "learning_rate": 0.01, "optimizer": {"type": optimizer, "params": {}}}
    return project(graph, data={"limit": 150, "validation": 0.2}, **{**settings, **training})


def train_until(state: TrainingState, step: int) -> TrainingState:
    """Train to ``step`` exactly, by single steps."""
    control = Control(paused=True)
    for event in run(state, control):
        if isinstance(event, protocol.RunPaused):
            control.abort() if event.step >= step else control.step_once()
    assert state.position.step == step
    return state


def outcome(state: TrainingState) -> tuple[object, ...]:
    """Train to the end; all numbers that came out."""
    events = list(run(state))
    assert isinstance(events[-1], protocol.RunFinished), events[-1]
    epochs = [(e.epoch, e.step, e.train, e.validation) for e in state.history.epochs]
    return epochs, events[-1].test, {name: t.clone() for name, t in state.module.state_dict().items()}


def assert_same(first: tuple[object, ...], second: tuple[object, ...]) -> None:
    assert first[:2] == second[:2]
    weights, others = first[2], second[2]
    assert isinstance(weights, dict)
    assert isinstance(others, dict)
    assert all(torch.equal(weights[name], others[name]) for name in weights)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """Eleven steps in: the middle of the second epoch."""
    path = tmp_path / "half.playground"
    save_bundle(train_until(prepare(network()), 11), path)
    return path


@pytest.mark.parametrize("optimizer", ["Adam", "SGD", "RMSprop", "Adagrad"])
@pytest.mark.parametrize("step", [8, 11])
def test_a_run_goes_on_bit_by_bit_from_its_bundle(tmp_path: Path, optimizer: str, step: int) -> None:
    """Step 8 ends the first epoch, step 11 stands in the middle of the second."""
    straight = outcome(prepare(network(optimizer)))
    path = tmp_path / "half.playground"
    save_bundle(train_until(prepare(network(optimizer)), step), path)
    torch.rand(1000)  # whatever happens in between
    state = restore(load_bundle(path))
    assert state.position.step == step
    assert_same(outcome(state), straight)


def test_saving_changes_nothing_in_a_run_that_goes_on(tmp_path: Path) -> None:
    straight = outcome(prepare(network()))
    state = prepare(network())
    control = Control()
    for event in run(state, control):
        if isinstance(event, protocol.Progress):
            control.submit(lambda: save_bundle(state, tmp_path / "x.playground"))
    assert_same((*_numbers(state), state.module.state_dict()), straight)
    assert_same(outcome(restore(load_bundle(tmp_path / "x.playground"))), straight)


def _numbers(state: TrainingState) -> tuple[object, object]:
    return [(e.epoch, e.step, e.train, e.validation) for e in state.history.epochs], state.history.test


def test_a_finished_run_can_be_trained_on_as_in_one_piece(tmp_path: Path) -> None:
    longer = outcome(prepare(network(epochs=6)))
    state = prepare(network(epochs=3))
    outcome(state)
    save_bundle(state, tmp_path / "done.playground")
    again = restore(load_bundle(tmp_path / "done.playground"))
    assert again.finished
    again.extend()
    assert_same(outcome(again), longer)


def test_a_learning_rate_that_was_changed_is_kept(tmp_path: Path) -> None:
    state = prepare(network())
    state.set_learning_rate(0.0625)
    save_bundle(state, tmp_path / "x.playground")
    assert restore(load_bundle(tmp_path / "x.playground")).learning_rate == 0.0625


def test_history_and_metadata_say_what_was_done(saved: Path) -> None:
    text = file.read_bundle_text(saved)
    assert text.metadata["position"] == {"epoch": 1, "batch": 3, "step": 11}
    assert text.metadata["data"]["dataset"] == "digits"
    assert text.metadata["data"]["train_samples"] == 120
    assert len(text.metadata["data"]["sha256"]) == 64
    assert text.metadata["classes"] == list("0123456789")
    assert text.metadata["seed"] == 0
    assert [row["epoch"] for row in text.history["epochs"]] == [1]
    assert [step for step, _ in text.history["series"]["loss/training"]] == list(range(1, 12))
    assert text.history["layers"] == {"conv1": "Conv 2D 1", "norm1": "Batch norm 1", "dense1": "Dense 1"}
    assert load_bundle(saved).position.step == 11


def test_a_bundle_predicts_without_its_data_what_the_run_predicts(tmp_path: Path) -> None:
    state = prepare(network(epochs=1))
    outcome(state)
    save_bundle(state, tmp_path / "x.playground")
    x = state.samples.arrays.test_x[:7].astype(np.float32) / 255
    model = TrainedModel.from_bundle(tmp_path / "x.playground")
    assert model.classes == tuple("0123456789")
    np.testing.assert_allclose(model.predict(x), state.predict(x), atol=1e-6)
    np.testing.assert_allclose(TrainedModel.from_state(state).predict(x), state.predict(x), atol=1e-6)
    np.testing.assert_allclose(model.predict(x).sum(1), 1.0, atol=1e-5)


def test_other_data_than_those_it_was_trained_on_are_refused(saved: Path) -> None:
    bundle = load_bundle(saved)
    metadata = {**bundle.metadata, "data": {**bundle.metadata["data"], "sha256": "0" * 64}}
    with pytest.raises(CannotTrain, match="trained on other data"):
        restore(replace(bundle, metadata=metadata))


def altered(path: Path, **changed: bytes) -> Path:
    """``path`` with members replaced, dots in their names written as two underscores."""
    members = file.read_members(path)
    members |= {name.replace("__", "."): content for name, content in changed.items()}
    file.write_members(path, members)
    return path


def test_weights_that_do_not_fit_are_refused_by_name(saved: Path) -> None:
    weights = load_bundle(saved).weights
    short = {**weights, "dense1.bias": torch.zeros(9)}
    with pytest.raises(FileError, match=r"dense1\.bias is \(9,\)"):
        load_bundle(altered(saved, weights__safetensors=save(short)))
    extra = {**weights, "dense7.bias": torch.zeros(9)}
    with pytest.raises(FileError, match=r"dense7\.bias"):
        load_bundle(altered(saved, weights__safetensors=save(extra)))
    doubled = {**weights, "dense1.bias": torch.zeros(10, dtype=torch.float64)}
    with pytest.raises(FileError, match="float64"):
        load_bundle(altered(saved, weights__safetensors=save(doubled)))


def test_members_that_are_damaged_are_refused(saved: Path) -> None:
    content = saved.read_bytes()
    for changed in (
        {"weights__safetensors": b"\xff" * 40},
        {"weights__safetensors": b""},
        {"metadata__json": json.dumps({"format": file.BUNDLE_FORMAT, "version": 1}).encode()},
        {"history__json": b'{"series": 3}'},
        {"optimizer__json": b"[]"},
    ):
        saved.write_bytes(content)
        with pytest.raises(FileError, match=r"half\.playground"):
            load_bundle(altered(saved, **changed))


@pytest.mark.parametrize(
    "changed",
    [
        {"optimizer__json": b'{"type": "Adam", "learning_rate": "fast"}'},
        {"optimizer__json": b'{"type": "SGD", "learning_rate": 0.1}'},
        {"optimizer__json": b'{"type": "Adam", "learning_rate": -1}'},
        {"optimizer__json": b'{"type": "Adam", "learning_rate": 1' + b"0" * 400 + b"}"},
        {"optimizer__json": b"{}"},
        {"random__json": b'{"cpu": "???"}'},
        {"random__json": b'{"cpu": "AAAA"}'},
        {"optimizer__safetensors": save({"dense1.bias.exp_avg": torch.zeros(3)})},
    ],
)
def test_a_state_that_does_not_fit_is_refused_when_going_on(saved: Path, changed: dict[str, bytes]) -> None:
    bundle = load_bundle(altered(saved, **changed))
    with pytest.raises(FileError, match="cannot be continued"):
        restore(bundle)


@pytest.mark.parametrize("epochs", [b'"three"', b"null", b"-1", b"1.5", b"true", b"1" + b"0" * 400])
def test_a_number_of_epochs_that_is_none_is_refused(saved: Path, epochs: bytes) -> None:
    metadata = file.read_members(saved)[file.METADATA].replace(b'"epochs": 3', b'"epochs": ' + epochs)
    with pytest.raises(FileError, match="position"):
        load_bundle(altered(saved, metadata__json=metadata))


def test_a_bundle_is_read_once_so_that_a_save_meanwhile_cannot_mix_two(saved: Path) -> None:
    content = file.read_content(saved)
    saved.unlink()
    assert load_bundle(saved, content).position.step == 11


def test_nothing_in_a_bundle_is_unpickled(saved: Path) -> None:
    assert set(file.read_members(saved)) == set(file.TEXTS + file.TENSORS)
    assert b"pickle" not in saved.read_bytes()
