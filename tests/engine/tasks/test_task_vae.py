"""Variational autoencoders: what the loss is made of, worked out by hand, and cuts that share weights."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
import torch
from torch import distributions

from playground.core.graph import Graph
from playground.core.project import DataSettings, TaskSettings
from playground.engine.compiler import compile_graph
from playground.engine.loop import prepare, run
from playground.engine.state import TrainingState
from playground.engine.tasks import VariationalAutoencoder
from playground.engine.tasks.variational import kl
from playground.training.starting import starting_project


def made(dataset: str, **params: Any) -> TrainingState:
    project = starting_project("vae", DataSettings(dataset=dataset, limit=300))
    project = project.replace(
        task=TaskSettings(type="vae", params={**project.task.params, **params}),
        training=project.training.replace(epochs=2, batch_size=32),
    )
    return prepare(project, device="cpu")


def task_of(state: TrainingState) -> VariationalAutoencoder:
    assert isinstance(state.task, VariationalAutoencoder)
    return state.task


def graph_of(state: TrainingState) -> Graph:
    return state.project.networks[state.network]


def test_the_divergence_is_that_of_two_normal_distributions():
    mean, log_variance = torch.randn(5, 3), torch.randn(5, 3)
    found = distributions.Normal(mean, torch.exp(log_variance / 2))
    wanted = distributions.kl_divergence(found, distributions.Normal(0.0, 1.0)).sum(1)
    torch.testing.assert_close(kl(mean, log_variance), wanted)


@pytest.mark.parametrize(("dataset", "params"), [("digits", {}), ("iris", {"output": "gaussian", "deviation": 0.5})])
def test_an_evaluation_is_the_bound_from_one_draw(dataset, params):
    state = made(dataset, beta=4.0, **params)
    task = task_of(state)
    x = next(iter(state.samples.part("test", 1000)))[0]
    with state.evaluating():
        found = task.evaluate([(x, torch.empty(len(x)))], lambda: True)
        mean, log_variance = task.encoder(x)
        noise = torch.randn(mean.shape, generator=task.fixed_random())
        scores = task.decoder(mean + torch.exp(0.5 * log_variance) * noise)
    if dataset == "digits":
        likelihood = distributions.Bernoulli(logits=scores).log_prob(x.flatten(1).round())
        # a grey pixel is as much of a white one as it is bright
        likelihood = x.flatten(1) * torch.log_softmax(torch.stack((scores, 0 * scores)), 0)[0]
        likelihood = likelihood + (1 - x.flatten(1)) * torch.log_softmax(torch.stack((scores, 0 * scores)), 0)[1]
    else:
        likelihood = distributions.Normal(scores, 0.5).log_prob(x)
    lost = -likelihood.sum(1).mean()
    divergence = distributions.kl_divergence(
        distributions.Normal(mean, torch.exp(log_variance / 2)), distributions.Normal(0.0, 1.0)
    ).sum(1).mean()  # fmt: skip
    assert found is not None
    assert found["reconstruction"] == pytest.approx(float(lost), rel=1e-5)
    assert found["kl"] == pytest.approx(float(divergence), rel=1e-4)
    assert found["loss"] == pytest.approx(float(lost + divergence), rel=1e-5)  # β is 1 here, whatever it is in training


def test_a_step_weighs_the_divergence_with_beta_and_the_warm_up():
    state = made("digits", beta=3.0, warm_up=2)
    task = task_of(state)
    steps = state.samples.steps_per_epoch
    for at, weight in (
        ((0, 0), 0.0),
        ((0, steps // 2), 3.0 * (steps // 2) / steps / 2),
        ((1, 0), 1.5),
        ((2, 0), 3.0),
        ((9, 1), 3.0),
    ):
        task.at = at
        assert task.kl_weight == pytest.approx(weight)
        values = task.step(state.samples.batch(state.samples.order(0), 0))
        assert float(values["loss"]) == pytest.approx(float(values["reconstruction"] + weight * values["kl"]), rel=1e-5)


def test_the_cuts_are_those_of_the_graph_and_share_the_weights():
    state = made("digits")
    list(run(state))
    task, described = task_of(state), state.task.description
    cuts = described.cuts(state.project)
    weights = state.main_weights()
    for name, part in (("encoder", None), ("decoder", task.decoder)):
        cut = cuts[name]
        alone = compile_graph(
            graph_of(state), state.samples.arrays.dataset.shape, cut.outputs, inputs=cut.inputs, before_activation=True
        ).eval()
        alone.load_state_dict({key: weights[key] for key in alone.state_dict()})
        with state.evaluating():
            if part is None:
                x = next(iter(state.samples.part("test", 5)))[0]
                torch.testing.assert_close(alone(x), task.encoder(x)[0])
            else:
                z = torch.randn(5, 32)
                torch.testing.assert_close(alone(z), part(z))
    owned = {id(tensor) for tensor in state.module.parameters()}
    assert {id(tensor) for tensor in task.decoder.parameters()} < owned


def test_what_comes_back_is_in_the_units_of_the_data():
    state = made("iris")
    x = np.array([[5.1, 3.5, 1.4, 0.2]], np.float32)
    list(run(state))
    back = state.predict(x)
    assert back.shape == x.shape
    assert np.abs(back - np.array([5.8, 3.0, 3.8, 1.2])).max() < 4  # centimetres
    assert math.isfinite(float(back.sum()))
