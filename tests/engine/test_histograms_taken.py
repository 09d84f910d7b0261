"""Histograms that the worker takes count every element, whoever looks, and leave the run as it is."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings, strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from networks import chain, project

from playground import protocol
from playground.core.presets import load_preset
from playground.core.project import Project
from playground.engine.checkpoint import load_bundle, restore, save_bundle
from playground.engine.errors import CannotTrain
from playground.engine.lenses import look
from playground.engine.lenses.spreads import MOST_OUTPUTS, HistogramTaker, histogram
from playground.engine.loop import prepare, run
from playground.engine.state import TrainingState
from playground.telemetry.histograms import BINS, Histogram, HistogramsAt

CNN = chain(
    "Input", ("Conv2D", {"filters": 4, "kernel": 3, "activation": "ReLU"}), "Flatten",
    ("Dense", {"units": 10, "activation": "Softmax"}),
)  # fmt: skip


def small(epochs: int = 3, **training: object) -> Project:
    return project(CNN, data={"limit": 120}, epochs=epochs, batch_size=32, **training)


def assert_counts(found: Histogram, values: np.ndarray) -> None:
    """As numpy counts the same elements: all of them, in bins that may differ where one lies on an edge."""
    finite = values[np.isfinite(values)].astype(np.float64)
    assert found.total + found.unfinite == values.size
    assert found.unfinite == values.size - finite.size
    if not finite.size:
        return
    assert (found.low, found.high) == (finite.min(), finite.max())
    if found.low < found.high:
        edges = np.linspace(found.low, found.high, BINS + 1)
        slack = 1e-4 * (found.high - found.low)
        below = np.concatenate(([0], np.cumsum(found.counts)))
        assert (below >= (finite[:, None] < edges - slack).sum(0)).all()
        assert (below <= (finite[:, None] <= edges + slack).sum(0)).all()


FLOATS = st.floats(width=32, allow_nan=True, allow_infinity=True)


@settings(max_examples=60, deadline=None)
@given(arrays(np.float32, array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=12), elements=FLOATS))
def test_every_element_is_counted_once(values: np.ndarray) -> None:
    assert_counts(histogram(torch.from_numpy(values)), values.ravel())


@pytest.mark.parametrize("dtype", [torch.float64, torch.bfloat16, torch.int64, torch.uint8])
def test_of_other_types_too(dtype: torch.dtype) -> None:
    values = (torch.arange(1000) % 97).to(dtype)
    assert_counts(histogram(values), values.double().numpy())


def moments(state: TrainingState) -> list[HistogramsAt]:
    """What the run tells, as the window keeps it."""
    told = [event for event in run(state) if isinstance(event, protocol.HistogramsTaken)]
    return [HistogramsAt(e.epoch, e.step, e.names, e.low, e.high, e.counts, e.unfinite) for e in told]


def test_each_epoch_has_one_and_they_are_those_of_the_weights() -> None:
    state = prepare(small(), device="cpu")
    before = {name: tensor.detach().clone().numpy() for name, tensor in state.module.named_parameters()}
    told = moments(state)
    assert [event.epoch for event in told] == [0, 1, 2, 3]
    assert [event.step for event in told] == [0, *(state.samples.steps_per_epoch * n for n in (1, 2, 3))]
    assert [each.epoch for each in state.history.histograms.moments] == [0, 1, 2, 3]
    first, last = told[0], told[-1]
    assert not [name for name in first.names if name.startswith("gradients/")]
    for name, tensor in state.module.named_parameters():
        assert_counts(first[f"weights/{name}"], before[name].ravel())
        assert_counts(last[f"weights/{name}"], tensor.detach().numpy().ravel())
        assert tensor.grad is not None
        assert_counts(last[f"gradients/{name}"], tensor.grad.numpy().ravel())


def test_activations_are_those_of_a_hook_on_the_same_samples() -> None:
    state = prepare(small(), device="cpu")
    found = HistogramTaker(state).of_network("Classifier")
    given_to: dict[str, torch.Tensor] = {}
    network = state.networks["Classifier"]
    handle = network.get_submodule("conv1").register_forward_hook(lambda _m, x, y: given_to.update(x=x[0], y=y))
    again = HistogramTaker(state).of_network("Classifier")
    handle.remove()
    x = given_to["x"]
    assert len(x) == 64
    stored, _ = state.samples.stored("train", np.linspace(0, state.samples.train_count - 1, 64).round().astype(int))
    np.testing.assert_array_equal(x.numpy(), state.samples.prepared(stored).numpy())
    # after the activation of the layer itself, as a person sees it
    assert_counts(found["activations/conv1"], torch.relu(given_to["y"]).numpy().ravel())
    np.testing.assert_array_equal(found["activations/conv1"].counts, again["activations/conv1"].counts)


def test_a_run_learns_the_same_with_and_without_them(monkeypatch: pytest.MonkeyPatch) -> None:
    dropout = chain("Input", "Flatten", ("Dropout", {"rate": 0.5}), ("Dense", {"units": 10}))
    plan = project(dropout, data={"limit": 120}, epochs=2, batch_size=32)
    looked, alone = prepare(plan, device="cpu"), prepare(plan, device="cpu")
    assert len(moments(looked)) == 3
    monkeypatch.setattr(HistogramTaker, "of_network", lambda *_: {})
    moments(alone)
    for one, other in zip(looked.module.parameters(), alone.module.parameters(), strict=True):
        assert torch.equal(one, other)


def test_where_epochs_are_over_in_no_time_some_are_left_out_and_the_last_stays() -> None:
    state = prepare(small(epochs=6), device="cpu")
    taking = HistogramTaker(state)
    taking._spent = 1e9
    state.position.epoch = 3
    assert not taking.due()
    state.position.epoch = 6
    assert taking.due()


def test_large_outputs_take_fewer_samples() -> None:
    wide = chain(
        "Input", ("Conv2D", {"filters": 64, "kernel": 3, "padding": "same"}), "Flatten", ("Dense", {"units": 10})
    )
    state = prepare(project(wide, data={"limit": 120}), device="cpu")
    found = HistogramTaker(state).of_network("Classifier")
    numbers = sum(each.total for name, each in found.items() if name.startswith("activations/"))
    assert MOST_OUTPUTS / 2 < numbers <= MOST_OUTPUTS


@pytest.mark.parametrize("preset", ["gan-2d", "text-sentiment", "lstm-forecast"])
def test_every_kind_of_task_has_them(preset: str) -> None:
    plan = load_preset(preset).project
    small = plan.replace(data=plan.data.replace(limit=64), training=plan.training.replace(epochs=1))
    state = prepare(small, device="cpu")
    taking = HistogramTaker(state)
    list(run(state))
    assert state.history.histograms.moments[-1].epoch == 1
    for name in state.networks:
        found = taking.of_network(name)
        assert any(each.startswith("activations/") for each in found), name
        front = f"{name}." if len(state.networks) > 1 else ""
        weights = [each for each in found if each.startswith(f"weights/{front}")]
        assert len(weights) == len(list(state.networks[name].parameters()))


def test_they_are_in_a_bundle_and_go_on_from_there(tmp_path: Path) -> None:
    state = prepare(small(epochs=2), device="cpu")
    moments(state)
    save_bundle(state, tmp_path / "a.playground")
    again = restore(load_bundle(tmp_path / "a.playground"), device="cpu")
    kept = again.history.histograms
    assert [each.epoch for each in kept.moments] == [0, 1, 2]
    name = "weights/conv1.weight"
    np.testing.assert_array_equal(kept.moments[1][name].counts, state.history.histograms.moments[1][name].counts)
    again.extend()
    assert [event.epoch for event in moments(again)] == [3, 4]


def test_the_lens_shows_one_layer_as_it_is_now() -> None:
    state = prepare(small(epochs=1), device="cpu")
    list(run(state))
    with state.evaluating():
        found = look(state, protocol.Histograms("Classifier", "conv1"), {})
    assert isinstance(found, protocol.HistogramsSeen)
    assert set(found.moment.names) == {
        "weights/conv1.weight", "weights/conv1.bias", "gradients/conv1.weight", "gradients/conv1.bias",
        "activations/conv1",
    }  # fmt: skip
    whole = state.history.histograms.moments[-1]
    for name in found.moment.names:
        np.testing.assert_array_equal(found.moment[name].counts, whole[name].counts)
    with state.evaluating(), pytest.raises(CannotTrain, match="nothing of this layer"):
        look(state, protocol.Histograms("Classifier", "nowhere"), {})


def test_the_learning_rate_is_told_for_each_step_that_changes_it() -> None:
    plan = small(epochs=2, schedule={"type": "cosine"}, learning_rate=0.01)
    state = prepare(plan, device="cpu")
    expected = [state.rates.at(step) for step in range(2 * state.samples.steps_per_epoch)]
    list(run(state))
    steps, rates = state.history.series[protocol.LEARNING_RATE].arrays()
    assert steps.tolist() == list(range(1, len(expected) + 1))
    np.testing.assert_allclose(rates, expected)
    constant = prepare(small(epochs=2), device="cpu")
    list(run(constant))
    steps, rates = constant.history.series[protocol.LEARNING_RATE].arrays()
    assert (steps.tolist(), rates.tolist()) == ([1.0], [constant.learning_rate])
