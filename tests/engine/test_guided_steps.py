"""Schedules, clipping, penalties, class weights and full batches: each step against a plain torch script."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
import torch
from networks import chain, project
from torch import Tensor, nn

from playground import protocol
from playground.core.project import Project
from playground.engine.checkpoint import load_bundle, restore, save_bundle
from playground.engine.control import Control
from playground.engine.loop import prepare, run
from playground.engine.random_states import derived_seed
from playground.engine.state import TrainingState

RATE, BATCH = 0.05, 30
STEPS_PER_EPOCH = 5  # 150 samples


def linear(**training: object) -> Project:
    """Softmax regression on 150 digits, nothing held back."""
    graph = chain("Input", "Flatten", ("Dense", {"units": 10, "activation": "Softmax"}))
    settings = {"epochs": 2, "batch_size": BATCH, "learning_rate": RATE, "optimizer": {"type": "SGD", "params": {}}}
    return project(graph, data={"limit": 150, "validation": 0.0}, **{**settings, **training})


def script(state: TrainingState, batch: int, change: Callable[[nn.Linear], None], loss: Callable[..., Tensor],
           rates: list[float]) -> tuple[list[float], nn.Linear]:  # fmt: skip
    """What a plain torch script gives: the loss of each step, and the weights. ``change`` meddles with gradients."""
    torch.manual_seed(derived_seed(0, "weights"))
    plain = nn.Linear(784, 10)
    optimizer = torch.optim.SGD(plain.parameters(), lr=rates[0])
    arrays = state.samples.arrays
    images, labels = torch.from_numpy(arrays.train_x).float().flatten(1) / 255, torch.from_numpy(arrays.train_y)
    losses: list[float] = []
    for epoch in range(2):
        for picked in state.samples.order(epoch).split(batch):
            optimizer.param_groups[0]["lr"] = rates[len(losses)]
            optimizer.zero_grad()
            found = loss(plain, images[picked], labels[picked])
            found.backward()
            change(plain)
            optimizer.step()
            losses.append(found.item())
    return losses, plain


def entropy(plain: nn.Linear, x: Tensor, y: Tensor) -> Tensor:
    return nn.functional.cross_entropy(plain(x), y)


def nothing(_: nn.Linear) -> None:
    pass


def trained(made: Project) -> tuple[TrainingState, list[float]]:
    state = prepare(made)
    events = list(run(state))
    assert isinstance(events[-1], protocol.RunFinished), events[-1]
    rows = [e.series[protocol.TRAIN_LOSS] for e in events
            if isinstance(e, protocol.Progress) and protocol.TRAIN_LOSS in e.series]  # fmt: skip
    return state, np.concatenate(rows)[:, 1].tolist()


def assert_same(state: TrainingState, losses: list[float], expected: tuple[list[float], nn.Linear]) -> None:
    np.testing.assert_allclose(losses, expected[0], rtol=2e-5)
    weight = state.module.get_parameter("dense1.weight").detach().numpy()
    np.testing.assert_allclose(weight, expected[1].weight.detach().numpy(), atol=2e-6)


def test_gradients_longer_than_the_clip_are_shortened_all_together() -> None:
    clipped = []

    def shorten(plain: nn.Linear) -> None:
        length = math.sqrt(sum(float((p.grad**2).sum()) for p in plain.parameters() if p.grad is not None))
        clipped.append(length > 0.5)
        for p in plain.parameters():
            assert p.grad is not None
            p.grad *= min(1.0, 0.5 / length)

    state, losses = trained(linear(clip_norm=0.5, learning_rate=0.5))
    assert_same(state, losses, script(state, BATCH, shorten, entropy, [0.5] * 10))
    assert any(clipped)


def test_l1_and_l2_add_to_the_loss_but_leave_biases_alone() -> None:
    def penalized(plain: nn.Linear, x: Tensor, y: Tensor) -> Tensor:
        weight = plain.weight
        return entropy(plain, x, y) + 0.003 * weight.abs().sum() + 0.02 * (weight**2).sum()

    state, losses = trained(linear(l1=0.003, l2=0.02))
    assert_same(state, losses, script(state, BATCH, nothing, penalized, [RATE] * 10))


def test_class_weights_weigh_the_mean_by_the_true_classes() -> None:
    given = tuple(float(number) for number in range(10))

    def weighted(plain: nn.Linear, x: Tensor, y: Tensor) -> Tensor:
        each = -torch.log_softmax(plain(x), 1)[torch.arange(len(y)), y]
        shares = torch.tensor(given)[y]
        return (each * shares).sum() / shares.sum()

    state, losses = trained(linear(class_weights=given))
    assert_same(state, losses, script(state, BATCH, nothing, weighted, [RATE] * 10))


def test_balanced_class_weights_come_from_the_training_part_alone() -> None:
    state, losses = trained(linear(class_weights="balanced"))
    counts = np.bincount(state.samples.train_targets, minlength=10)
    shares = torch.tensor(150 / (10 * counts), dtype=torch.float32)

    def weighted(plain: nn.Linear, x: Tensor, y: Tensor) -> Tensor:
        return nn.functional.cross_entropy(plain(x), y, weight=shares)

    assert_same(state, losses, script(state, BATCH, nothing, weighted, [RATE] * 10))


def test_gradient_descent_takes_one_step_an_epoch_on_all_samples() -> None:
    state, losses = trained(linear(optimizer={"type": "GradientDescent", "params": {}}))
    assert (state.samples.steps_per_epoch, state.samples.batch_size) == (1, 150)
    assert_same(state, losses, script(state, 150, nothing, entropy, [RATE] * 2))


SCHEDULES: dict[str, tuple[dict[str, object], Callable[[int], float]]] = {
    "step": ({"every": 1, "gamma": 0.5}, lambda t: 0.5 ** (t // 5)),
    "exponential": ({"gamma": 0.9}, lambda t: 0.9 ** (t // 5)),
    "cosine": ({"minimum": 0.1}, lambda t: 0.1 + 0.9 * (1 + math.cos(math.pi * t / 10)) / 2),
    "warm_up": ({"epochs": 1.0}, lambda t: min(1.0, (t + 1) / 5)),
}


@pytest.mark.parametrize("name", SCHEDULES)
def test_each_step_has_the_rate_of_its_schedule(name: str) -> None:
    params, factor = SCHEDULES[name]
    state, losses = trained(linear(schedule={"type": name, "params": params}))
    rates = [RATE * factor(step) for step in range(10)]
    assert_same(state, losses, script(state, BATCH, nothing, entropy, rates))


def stepped_rates(state: TrainingState, steps: int, control: Control, at: dict[int, float]) -> list[float]:
    """The rate that each of ``steps`` single steps is told to have had; ``at`` changes the base before a step."""
    told: list[float] = []
    for event in run(state, control):
        if isinstance(event, protocol.Progress) and protocol.LEARNING_RATE in event.series:
            told.append(event.learning_rate)
        if isinstance(event, protocol.RunPaused):
            if event.step in at:
                control.set_learning_rate(at[event.step])
            control.abort() if len(told) == steps else control.step_once()
    return told


def test_a_base_rate_changed_while_it_runs_is_scheduled_as_the_first_one_was() -> None:
    made = linear(schedule={"type": "exponential", "params": {"gamma": 0.5}}, epochs=3)
    told = stepped_rates(prepare(made), 12, Control(paused=True), {7: 0.4})
    assert told == pytest.approx([0.05] * 5 + [0.025] * 2 + [0.2] * 3 + [0.1] * 2)


def test_training_on_after_the_end_starts_the_schedule_anew() -> None:
    made = linear(schedule={"type": "step", "params": {"every": 1, "gamma": 0.1}})
    state, _ = trained(made)
    assert state.task.updaters.learning_rate == pytest.approx(0.005)
    state.extend()
    assert stepped_rates(state, 6, Control(paused=True), {}) == pytest.approx([0.05] * 5 + [0.005])


def test_a_run_resumed_within_a_schedule_ends_as_one_in_one_piece(tmp_path) -> None:  # type: ignore[no-untyped-def]
    made = linear(schedule={"type": "one_cycle", "params": {}}, optimizer={"type": "Adam", "params": {}}, epochs=4)
    straight, _ = trained(made)
    state = prepare(made)
    stepped_rates(state, 7, Control(paused=True), {})
    assert state.position.step == 7
    save_bundle(state, tmp_path / "a.playground")
    again = restore(load_bundle(tmp_path / "a.playground"))
    list(run(again))
    for name, tensor in straight.module.state_dict().items():
        assert torch.equal(again.module.state_dict()[name], tensor)


def test_a_plateau_lowers_the_rate_and_remembers_it_in_a_bundle(tmp_path) -> None:  # type: ignore[no-untyped-def]
    """An improvement by more than 1000 never comes: after the first epoch each one is waited for in vain."""
    params = {"gamma": 0.5, "patience": 1, "minimum_improvement": 1000.0}
    made = linear(schedule={"type": "plateau", "params": params}, epochs=9)
    told = stepped_rates(prepare(made), 40, Control(paused=True), {})
    by_epoch = told[::5]
    assert by_epoch == pytest.approx([RATE, RATE, RATE, RATE / 2, RATE / 2, RATE / 4, RATE / 4, RATE / 8])
    state = prepare(made)
    stepped_rates(state, 22, Control(paused=True), {})
    save_bundle(state, tmp_path / "a.playground")
    again = restore(load_bundle(tmp_path / "a.playground"))
    assert again.rates.plateau == state.rates.plateau
    assert stepped_rates(again, 18, Control(paused=True), {}) == told[22:]
