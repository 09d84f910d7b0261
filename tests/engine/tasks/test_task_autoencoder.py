"""Autoencoders: what is compared with what, and what spoils the input alone."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch
from networks import chain

from playground import protocol
from playground.core.project import DataSettings, Preparation, Project, TaskSettings, TrainingSettings
from playground.engine.loop import prepare, run
from playground.engine.state import TrainingState


def made(
    loss: str = "mean_squared_error", end: str = "Sigmoid", *, image: bool = False, scaling: str = "none", **params: Any
) -> TrainingState:
    dense = ("Dense", {"units": 784, "activation": end})
    graph = chain("Input", "Flatten", ("Dense", {"units": 16, "activation": "ReLU"}), dense)
    if image:
        narrow, wide = ("Dense", {"units": 16, "activation": "ReLU"}), ("Dense", {"units": 784})
        graph = chain("Input", "Flatten", narrow, wide, ("Reshape", {"sizes": [1, 28, 28]}), end)
    project = Project(
        task=TaskSettings(type="autoencoder", params=params), networks={"Net": graph},
        data=DataSettings(dataset="digits", limit=300, preparation=Preparation(scaling=scaling)),
        training=TrainingSettings(loss=loss, epochs=2, batch_size=32, learning_rate=0.003),
    )  # fmt: skip
    return prepare(project, device="cpu")


@pytest.mark.parametrize("image", [False, True])
@pytest.mark.parametrize("loss", ["mean_squared_error", "mean_absolute_error", "huber", "binary_cross_entropy"])
def test_the_input_is_the_target(loss, image):
    state = made(loss, image=image)
    x = next(iter(state.samples.part("test", 1000)))[0]
    with state.evaluating():
        found = state.task.evaluate([(x, torch.empty(len(x)))], lambda: True)
    back = torch.from_numpy(state.predict(state.samples.stored("test", np.arange(len(x)))[0])).double()
    assert back.shape == x.shape
    assert 0 < float(back.min()) < float(back.max()) < 1  # after the Sigmoid, once
    error, wanted = (back - x).abs(), x.double()
    told = {
        "mean_squared_error": (error**2).mean(), "mean_absolute_error": error.mean(), "huber": (error**2 / 2).mean(),
        "binary_cross_entropy": -(wanted * back.log() + (1 - wanted) * (1 - back).log()).mean(),
    }  # fmt: skip
    assert found is not None
    assert found["loss"] == pytest.approx(float(told[loss]), rel=1e-4)
    assert found["mse"] == pytest.approx(float((error**2).mean()), rel=1e-4)
    assert found["mae"] == pytest.approx(float(error.mean()), rel=1e-4)


def test_a_step_tells_the_squared_error_whatever_the_loss():
    for loss in ("mean_squared_error", "binary_cross_entropy"):
        state = made(loss)
        batch = state.samples.batch(state.samples.order(0), 0)
        back = state.task.said(state.networks["Net"](batch[0]), batch[0])
        values = state.task.step(batch)
        assert float(values["mse"]) == pytest.approx(float((back - batch[0]).square().mean().detach()), rel=1e-4)


def test_noise_and_mask_spoil_the_input_alone():
    state = made(noise=0.5, mask=0.25)
    given: list[torch.Tensor] = []
    state.networks["Net"].register_forward_pre_hook(lambda _, args: given.append(args[0].clone()))
    batch = state.samples.batch(state.samples.order(0), 0)
    kept = batch[0].clone()
    state.task.step(batch)
    state.task.step(batch)
    assert torch.equal(batch[0], kept)
    assert (given[0] == 0).float().mean().item() == pytest.approx(0.25, abs=0.02)
    shown = given[0] != 0
    assert (given[0] - kept)[shown].std().item() == pytest.approx(0.5, abs=0.02)
    assert not torch.equal(given[0], given[1])  # anew each time


def test_an_evaluation_is_spoiled_the_same_way_each_time():
    state = made(noise=0.5)
    with state.evaluating():
        first, second = (state.task.evaluate(state.samples.part("test", 100), lambda: True) for _ in range(2))
    assert first == second
    clean = made()
    with clean.evaluating():
        assert clean.task.evaluate(clean.samples.part("test", 100), lambda: True) != first


def test_what_lies_outside_is_clamped_for_the_cross_entropy():
    state = made("binary_cross_entropy")
    x = torch.full((2, 1, 28, 28), 1.2)
    with state.evaluating():
        found = state.task.evaluate([(x, torch.empty(2))], lambda: True)
        scores = state.networks["Net"](x)
    wanted = torch.nn.functional.binary_cross_entropy_with_logits(scores, torch.ones(2, 784))
    assert found["loss"] == pytest.approx(float(wanted), rel=1e-6)


def test_scaled_inputs_come_back_in_their_units():
    state = made(end="Linear", scaling="standardize")
    events = list(run(state))
    assert isinstance(events[-1], protocol.RunFinished)
    stored = state.samples.stored("test", np.arange(20))[0]
    back = state.predict(stored)
    assert abs(float(back.mean()) - float(stored.mean()) / 255) < 0.1


def test_told_to_end_it_ends():
    state = made()
    with state.evaluating():
        assert state.task.evaluate(state.samples.part("test", 10), lambda: False) is None
