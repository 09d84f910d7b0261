"""Adversarial networks: each form's losses by its formula, who learns when, and that the ring is learned."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch
from torch.nn import functional

from playground import protocol
from playground.core.project import DataSettings, TaskSettings
from playground.engine.control import Control
from playground.engine.loop import prepare, run
from playground.engine.state import TrainingState
from playground.training.starting import starting_project

FORMS = ("minimax", "non_saturating", "least_squares", "wasserstein_gp")


def made(dataset: str = "moons", **params: Any) -> TrainingState:
    project = starting_project("gan", DataSettings(dataset=dataset, limit=200))
    training = project.training.replace(epochs=2, batch_size=32)
    return prepare(project.replace(task=TaskSettings(type="gan", params=params), training=training), device="cpu")


def weights(state: TrainingState, network: str) -> dict[str, torch.Tensor]:
    return {name: tensor.clone() for name, tensor in state.networks[network].named_parameters()}


def moved(state: TrainingState, before: dict[str, dict[str, torch.Tensor]]) -> set[str]:
    """Networks of which a weight is another than before."""
    return {n for n, old in before.items() if any(not torch.equal(w, old[k]) for k, w in weights(state, n).items())}


def one_step(state: TrainingState, number: int, only: str = "") -> set[str]:
    before = {name: weights(state, name) for name in state.networks}
    state.task.at, state.task.only = (0, number), only
    state.task.step(state.samples.batch(state.samples.order(0), number))
    return moved(state, before)


@pytest.mark.parametrize("form", FORMS)
def test_losses_are_those_of_the_paper(form):
    state = made(form=form, label_smoothing=0.0)
    task = state.task
    real = next(iter(state.samples.part("test", 50)))[0]
    with state.evaluating():
        found = task.evaluate([(real, torch.empty(50))], lambda: True)
        noise = torch.randn(50, 8, generator=task.fixed_random())
        on_real = state.networks["Discriminator"](real).double()
        on_fakes = state.networks["Discriminator"](state.networks["Generator"](noise)).double()
    p, q = torch.sigmoid(on_real), torch.sigmoid(on_fakes)
    judging, forging = {
        "minimax": (-p.log().mean() - (1 - q).log().mean(), (1 - q).log().mean()),
        "non_saturating": (-p.log().mean() - (1 - q).log().mean(), -q.log().mean()),
        "least_squares": (((on_real - 1) ** 2).mean() / 2 + (on_fakes**2).mean() / 2, ((on_fakes - 1) ** 2).mean() / 2),
        "wasserstein_gp": (on_fakes.mean() - on_real.mean(), -on_fakes.mean()),
    }[form]
    assert found is not None
    assert found["discriminator_loss"] == pytest.approx(float(judging), rel=1e-5)
    assert found["generator_loss"] == pytest.approx(float(forging), rel=1e-5)
    assert found["loss"] == pytest.approx(float(-judging if form == "wasserstein_gp" else forging), rel=1e-5)
    assert ("real_score" in found) == (form != "wasserstein_gp")


def test_the_discriminator_gives_scores_and_the_generator_all_it_has():
    state = made("digits")
    with state.evaluating():
        fakes = state.networks["Generator"](3 * torch.randn(64, 64))
        scores = state.networks["Discriminator"](10 * fakes)
    assert float(fakes.abs().max()) <= 1  # the Tanh is there
    assert float(scores.min()) < 0  # the Sigmoid is not


@pytest.mark.parametrize("form", FORMS)
def test_the_discriminator_learns_k_times(form):
    state = made(form=form, discriminator_steps=3)
    both, one = {"Generator", "Discriminator"}, {"Discriminator"}
    assert [one_step(state, number) for number in range(4)] == [one, one, both, one]


@pytest.mark.parametrize("form", FORMS)
def test_one_part_can_learn_alone(form):
    state = made(form=form, discriminator_steps=2)
    assert one_step(state, 1, "discriminator") == {"Discriminator"}
    assert one_step(state, 0, "generator") == {"Generator"}
    assert one_step(state, 1) == {"Generator", "Discriminator"}


def test_a_single_step_of_a_part_through_the_loop():
    state = made()
    control = Control(paused=True)
    before = {name: weights(state, name) for name in state.networks}
    for event in run(state, control):
        if isinstance(event, protocol.RunPaused):
            control.step_once("generator") if event.step < 2 else control.abort()
    assert moved(state, before) == {"Generator"}


def test_a_step_of_the_discriminator_is_plain_gradient_descent_on_its_loss():
    state = made(label_smoothing=0.1, discriminator_rate=2.0)
    project = state.project.replace(
        training=state.project.training.replace(optimizer={"type": "SGD", "params": {}}, learning_rate=0.1)
    )
    state = prepare(project, device="cpu")
    real = state.samples.batch(state.samples.order(0), 0)[0]
    generator, judge = state.networks["Generator"], state.networks["Discriminator"]
    before = weights(state, "Discriminator")
    torch.manual_seed(7)
    fakes = generator(torch.randn(len(real), 8)).detach()
    on_real, on_fakes = judge(real), judge(fakes)
    loss = functional.binary_cross_entropy_with_logits(on_real, torch.full_like(on_real, 0.9))
    loss = loss + functional.binary_cross_entropy_with_logits(on_fakes, torch.zeros_like(on_fakes))
    slopes = torch.autograd.grad(loss, list(judge.parameters()))
    torch.manual_seed(7)
    state.task.only = "discriminator"
    state.task.step((real, torch.empty(len(real))))
    for (name, now), slope in zip(judge.named_parameters(), slopes, strict=True):
        torch.testing.assert_close(now, before[name] - 0.2 * slope)  # twice the run's rate


def test_the_gradient_penalty_of_a_straight_critic():
    """Of a linear critic w·x the slope is w everywhere: the penalty is (‖w‖ − 1)²."""
    state = made(form="wasserstein_gp")
    judge = torch.nn.Linear(2, 1)
    state.task._discriminator = judge
    found = state.task._gradient_penalty(torch.randn(9, 2), torch.randn(9, 2))
    assert float(found.detach()) == pytest.approx((float(judge.weight.detach().norm()) - 1) ** 2, rel=1e-5)
    found.backward()
    assert judge.weight.grad is not None


def test_real_and_fake_go_through_a_batch_norm_apart():
    state = made("digits")
    seen: list[int] = []
    judge = state.networks["Discriminator"]
    judge.register_forward_pre_hook(lambda _, given: seen.append(len(given[0])))
    state.task.step(state.samples.batch(state.samples.order(0), 0))
    assert seen == [32, 32, 32]  # real, fakes, and fakes again for the generator


def test_a_number_that_breaks_down_is_traced_to_its_network():
    state = made()
    batch = state.samples.batch(state.samples.order(0), 0)
    assert state.task.first_non_finite(batch) is None
    with torch.no_grad():
        next(state.networks["Discriminator"].parameters()).fill_(float("nan"))
    assert state.task.first_non_finite(batch) == "Discriminator.dense1"


def test_all_eight_clouds_of_the_ring_are_found():
    state = prepare(starting_project("gan", DataSettings(dataset="ring")), device="cpu")
    events = list(run(state))
    assert isinstance(events[-1], protocol.RunFinished)
    plane = next(view for event in reversed(events) if isinstance(event, protocol.Views) for view in event.views)
    assert isinstance(plane, protocol.Plane)
    assert plane.values.shape == (60, 60)
    assert plane.fakes is not None
    x, clouds = state.samples.stored("test", np.arange(state.samples.test_count))
    fakes, real = torch.from_numpy(plane.fakes), torch.from_numpy(x)
    distance, nearest = torch.cdist(fakes, real).min(1)
    near = distance < 0.15 * real.norm(dim=1).mean()  # measured by the radius of the ring
    assert float(near.float().mean()) > 0.6
    assert torch.bincount(torch.from_numpy(clouds)[nearest[near]], minlength=8).min() >= 5  # of 500
