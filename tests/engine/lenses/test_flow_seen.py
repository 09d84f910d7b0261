"""What flows through a network is what hooks of torch and autograd find there, and looking at it changes nothing."""

from __future__ import annotations

import shutil
from typing import Any

import numpy as np
import pytest
import torch
from networks import chain, project
from torch import Tensor
from torch.nn import functional

import playground as pg
from playground import protocol
from playground.core.presets import load_preset, preset_names
from playground.core.project import Project
from playground.engine.control import Control
from playground.engine.errors import CannotTrain
from playground.engine.lenses import flow, look
from playground.engine.lenses.flow import MOST_SAMPLES, FlowStudy, flow_seen
from playground.engine.lenses.measuring import BINS, dead_part, spread
from playground.engine.lenses.study import Study
from playground.engine.loop import prepare, run
from playground.engine.state import TrainingState
from playground.engine.watching import Watching
from playground.protocol import Flow, FlowSeen, LinkSeen

CNN = chain(
    "Input", ("Conv2D", {"filters": 6, "kernel": 3, "activation": "ReLU"}), ("MaxPool2D", {"size": 2}), "Flatten",
    ("Dense", {"units": 16, "activation": "Tanh"}), ("Dense", {"units": 10, "activation": "Softmax"}),
)  # fmt: skip
NORMED = chain(
    "Input", ("Conv2D", {"filters": 6, "kernel": 3}), "BatchNorm", "ReLU", ("Dropout", {"rate": 0.5}), "Flatten",
    ("Dense", {"units": 10, "activation": "Softmax"}),
)  # fmt: skip


def seen(state: TrainingState, network: str = "Classifier") -> FlowSeen:
    with state.evaluating():
        return flow_seen(state, network, min(MOST_SAMPLES, 4 * state.samples.batch_size, state.samples.train_count))


def rms(x: Tensor) -> float:
    return float(x.detach().double().square().mean().sqrt())


@pytest.fixture(scope="module")
def state() -> TrainingState:
    return prepare(project(CNN, data={"limit": 300}, batch_size=64), device="cpu")


@pytest.fixture(scope="module")
def hooked(state: TrainingState) -> dict[str, Any]:
    """What every layer gives for the first samples, with the gradient of the loss, found without the engine's help."""
    network = state.networks["Classifier"]
    x, y = state.samples.first(64)
    weights = dict(network.named_parameters())
    conv = torch.relu(functional.conv2d(x, weights["conv1.weight"], weights["conv1.bias"]))
    pool = functional.max_pool2d(conv, 2)
    flat = pool.flatten(1)
    dense = torch.tanh(flat @ weights["dense1.weight"].T + weights["dense1.bias"])
    scores = dense @ weights["dense2.weight"].T + weights["dense2.bias"]
    loss = functional.cross_entropy(scores, y)
    values = {"conv1": conv, "pool1": pool, "flatten1": flat, "dense1": dense, "dense2": scores}
    given = torch.autograd.grad(loss, [*values.values(), *weights.values()])
    return {
        "values": {"input1": x, **values}, "gradients": dict(zip(values, given, strict=False)),
        "weights": weights, "of_weights": dict(zip(weights, given[len(values) :], strict=True)),
    }  # fmt: skip


def test_rms_and_gradients_are_those_of_autograd(state: TrainingState, hooked: dict[str, Any]) -> None:
    found = seen(state)
    assert found.samples == 64
    assert found.links.keys() == hooked["values"].keys()
    for path, value in hooked["values"].items():
        (link,) = found.links[path]
        assert (link.shape, link.count, link.nbytes) == (value.shape[1:], value.numel(), 4 * value.numel()), path
        assert link.rms == pytest.approx(rms(value), rel=1e-5)
        assert link.zeros == pytest.approx(float((value == 0).float().mean()))
        if path == "input1":
            assert link.gradient is None
        else:
            assert link.gradient == pytest.approx(rms(hooked["gradients"][path]), rel=1e-4), path
    for layer in ("conv1", "dense1", "dense2"):
        names = (f"{layer}.weight", f"{layer}.bias")
        gradient = torch.cat([hooked["of_weights"][name].flatten() for name in names])
        weight = torch.cat([hooked["weights"][name].flatten() for name in names])
        assert found.layers[layer].gradient == pytest.approx(rms(gradient), rel=1e-4)
        assert found.layers[layer].weight == pytest.approx(rms(weight), rel=1e-6)


def test_dead_and_saturated_parts(state: TrainingState, hooked: dict[str, Any]) -> None:
    found, values = seen(state), hooked["values"]
    fires = (values["conv1"] > 0).any(3).any(2).any(0)
    for path in ("conv1", "pool1", "flatten1"):  # what only chooses and arranges passes it on
        assert found.links[path][0].dead == pytest.approx(1 - float(fires.float().mean()))
        assert found.links[path][0].saturated is None
    flat = float((values["dense1"].abs() > 0.97).float().mean())
    assert found.links["dense1"][0].saturated == pytest.approx(flat)
    assert (found.links["dense2"][0].dead, found.links["dense2"][0].saturated) == (None, None)  # scores


def test_histograms_count_every_element(state: TrainingState, hooked: dict[str, Any]) -> None:
    for path, value in hooked["values"].items():
        (link,) = seen(state).links[path]
        assert link.histogram.sum() == value.numel()
        assert len(link.histogram) == BINS
        array = value.detach().double().numpy()
        assert (link.low, link.high) == pytest.approx((array.min(), array.max()))
        expected = np.histogram(array, BINS, (link.low, link.high))[0]
        # a number on an edge may fall to either side of it
        assert np.abs(np.cumsum(link.histogram - expected)).max() <= 1e-4 * value.numel() + 1


def test_histograms_of_odd_numbers() -> None:
    torch.manual_seed(0)
    several = torch.randn(70, 3)
    odd = several.clone()
    odd[0, 0], odd[1, 1], odd[2, 2] = torch.nan, torch.inf, -torch.inf
    found = spread([odd, several])
    assert (found.count, found.unfinite, found.histogram.sum()) == (420, 3, 417)
    kept = torch.cat([odd[torch.isfinite(odd)], several.flatten()])
    assert (found.low, found.high, found.rms) == pytest.approx((float(kept.min()), float(kept.max()), rms(kept)))
    for values in (torch.zeros(5), torch.full((5,), 3e38), torch.tensor([-3e38, 3e38]), torch.tensor([1e8, 1e8 + 8]),
                   torch.tensor([0.0, 1e-42]), torch.arange(9), torch.rand(2**23 + 7)):  # fmt: skip
        told = spread([values])
        assert told.histogram.sum() == values.numel()
        assert told.rms == pytest.approx(rms(values.double()), rel=1e-5)
    nothing = spread([torch.full((4,), torch.nan)])
    assert (nothing.unfinite, nothing.rms, nothing.histogram.sum()) == (4, 0.0, 0)


def test_units_are_features_or_channels() -> None:
    sequence = torch.zeros(2, 5, 4)
    sequence[1, 3, 2] = 1.0
    assert dead_part([sequence]) == 0.75
    images = torch.zeros(2, 4, 3, 3)
    images[0, 1] = images[1, 2, 0, 0] = 1.0
    assert dead_part([images]) == 0.5
    assert dead_part([images, torch.ones(1, 4, 3, 3)]) == 0.0


# --- nothing is changed ----------------------------------------------------------------------------------------------


def quick(made: Project, **training: object) -> Project:
    data = made.data.replace(limit=160, validation=0.2)
    if data.dataset == "mnist":
        data = data.replace(dataset="digits")
    settings = {"epochs": 2, "batch_size": 32, "device": "cpu"} | training
    return made.replace(data=data, training=made.training.replace(**settings))


RUNS: dict[str, Project] = {
    "supervised": quick(project(NORMED)),
    "vae": quick(pg.load("vae")),
    "gan": quick(pg.load("gan-small")),
    "gan-2d": quick(pg.load("gan-2d")),
    "text": quick(pg.load("text-sentiment")),
    "denoising": quick(pg.load("denoising-autoencoder")),
}


def trained(made: Project, *, looking: bool) -> tuple[object, dict[str, Tensor], int]:
    """Step by step, with looks between all steps or with none: the epochs, the weights and buffers, the looks."""
    state, control, watching, looks = prepare(made), Control(paused=True), Watching(), 0
    if looking:
        watching.watch(protocol.Watch(tuple(Flow(network) for network in state.networks)))
    for event in run(state, control, watching):
        if isinstance(event, protocol.RunPaused):
            looks += sum(isinstance(told, protocol.Seen) for told in watching.rest(state))
            control.step_once()
        assert not isinstance(event, protocol.Unseen), event
        looks += isinstance(event, protocol.Seen)
    assert isinstance(event, protocol.RunFinished), event
    weights = {name: tensor.clone() for name, tensor in state.module.state_dict().items()}
    # norms of gradients are taken at reports, and when these are made is a matter of time
    series = {name: series.rows() for name, series in state.history.series.items() if "loss" in name}
    return ([(e.train, e.validation) for e in state.history.epochs], event.test, series), weights, looks


@pytest.mark.parametrize("name", RUNS)
def test_a_run_that_is_looked_at_is_the_same_bit_by_bit(name: str) -> None:
    alone, watched = trained(RUNS[name], looking=False), trained(RUNS[name], looking=True)
    assert alone[2] == 0
    assert watched[2] >= 6
    assert watched[0] == alone[0]
    assert all(torch.equal(watched[1][key], alone[1][key]) for key in alone[1])


@pytest.mark.skipif(shutil.which("g++") is None, reason="needs g++")
def test_a_compiled_run_that_is_looked_at_is_the_same_too() -> None:
    made = quick(pg.load("vae"), compiled=True)
    alone, watched = trained(made, looking=False), trained(made, looking=True)
    assert watched[2] >= 6
    assert watched[0] == alone[0]
    assert all(torch.equal(watched[1][key], alone[1][key]) for key in alone[1])


def test_gradients_modes_and_random_numbers_are_as_before() -> None:
    state = prepare(quick(project(NORMED)))
    network = state.networks["Classifier"]
    network.eval()
    network.get_submodule("dropout1").train()
    kept = {name: torch.full_like(weight, 3.0) for name, weight in network.named_parameters()}
    for name, weight in network.named_parameters():
        weight.grad = kept[name]
    before = {name: tensor.clone() for name, tensor in network.state_dict().items()}
    counted, drawn = dict(vars(state.task)), torch.get_rng_state()
    modes = [module.training for module in network.modules()]
    assert look(state, Flow("Classifier"), {})
    assert [module.training for module in network.modules()] == modes
    assert all(
        weight.grad is kept[name] and bool((weight.grad == 3).all()) for name, weight in network.named_parameters()
    )
    assert all(torch.equal(before[name], tensor) for name, tensor in network.state_dict().items())
    assert torch.equal(torch.get_rng_state(), drawn)
    assert vars(state.task) == counted
    assert "forward" not in vars(network)
    assert not any(updater.trial for updater in state.task.updaters.by_name.values())


def test_after_a_step_that_failed_all_is_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    state = prepare(quick(project(NORMED)))
    network, step = state.networks["Classifier"], state.task.step
    before = {name: tensor.clone() for name, tensor in network.state_dict().items()}

    def breaks(batch: Any) -> Any:
        step(batch)
        raise RuntimeError("out of memory")

    monkeypatch.setattr(state.task, "step", breaks)
    with pytest.raises(RuntimeError, match="out of memory"):
        seen(state)
    assert all(torch.equal(before[name], tensor) for name, tensor in network.state_dict().items())
    assert "forward" not in vars(network)
    assert all(weight.grad is None for weight in network.parameters())


def test_dropout_is_on_and_two_looks_agree() -> None:
    state = prepare(quick(project(NORMED)))
    first, second = seen(state), seen(state)
    assert first.links["dropout1"][0].zeros > 0.5 > first.links["conv1"][0].zeros
    for path, (link, *_) in first.links.items():
        assert same(link, second.links[path][0]), path
    assert first.layers == second.layers


def same(one: LinkSeen, other: LinkSeen) -> bool:
    return (one.rms, one.gradient, one.zeros) == (other.rms, other.gradient, other.zeros) and np.array_equal(
        one.histogram, other.histogram
    )


# --- every network ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", preset_names())
def test_of_every_preset_all_links_and_layers_are_told(name: str) -> None:
    state = prepare(quick(load_preset(name).project, epochs=1))
    for network, graph in state.project.networks.items():
        if network not in state.networks:
            continue
        found = seen(state, network)
        assert 0 < found.samples <= MOST_SAMPLES
        assert set(found.links) == set(graph.order)
        for path, links in found.links.items():
            for link in links:
                assert link.histogram.sum() + link.unfinite == link.count, path
                assert link.nbytes >= link.count
        learn = [path for path in found.layers if found.layers[path].gradient]
        assert learn
        assert all(found.links[path][0].gradient is not None for path in learn if path in found.links)


def test_of_a_gan_each_is_told_as_it_learns_itself() -> None:
    """The discriminator on real samples and on fakes; what it does while the generator learns is not counted."""
    state = prepare(quick(pg.load("gan-2d")))
    judge, forge = seen(state, "Discriminator"), seen(state, "Generator")
    first = next(iter(judge.links.values()))[0]
    assert first.count == 2 * judge.samples * int(np.prod(first.shape))
    made = next(iter(forge.links.values()))[0]
    assert made.count == forge.samples * int(np.prod(made.shape))
    real = state.samples.first(judge.samples)[0]
    low, high = float(real.min()), float(real.max())
    assert first.low <= low
    assert first.high >= high


def test_the_gradient_penalty_is_in_the_gradients_and_not_among_the_passes() -> None:
    made = quick(pg.load("gan-2d"))
    made = made.replace(task=made.task.replace(params={**made.task.params, "form": "wasserstein_gp"}))
    state = prepare(made)
    found = seen(state, "Discriminator")
    first = next(iter(found.links.values()))[0]
    assert first.count == 2 * found.samples * int(np.prod(first.shape))
    assert all(health.gradient for health in found.layers.values() if health.gradient is not None)


def test_update_ratios_are_those_that_the_run_measured() -> None:
    state = prepare(quick(project(CNN)))
    assert seen(state).layers["dense1"].update is None
    list(run(state))
    assert seen(state).layers["dense1"].update == state.history.series["update/dense1"].last_value


def test_a_network_that_is_not_trained_is_refused(state: TrainingState) -> None:
    with pytest.raises(CannotTrain, match="Other is not among"):
        look(state, Flow("Other"), {})


# --- a look is short -------------------------------------------------------------------------------------------------


def grown(state: TrainingState, study: Study) -> list[int]:
    """Samples in each look until all is seen."""
    found = []
    while not found or study.unfinished:
        with state.evaluating():
            seen = look(state, Flow("Classifier"), {}, study)
        assert isinstance(seen, FlowSeen)
        found.append(seen.samples)
    return found


def test_it_begins_with_one_sample_and_takes_as_many_as_there_is_time_for(
    state: TrainingState, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(monkeypatch, 0.0, 0.0)  # no time at all: what cannot be cut takes what it takes; it is measured twice
    assert grown(state, FlowStudy()) == [1, 1]
    given(monkeypatch, 60.0, 60.0)
    assert grown(state, FlowStudy()) == [MOST_SAMPLES]  # nothing keeps it from growing within a look
    given(monkeypatch, 0.0, 60.0)  # held up at first: nothing comes after what is seen of resting weights
    counts = grown(state, FlowStudy())
    assert counts == sorted(counts)
    assert counts[:2] == [1, 1]
    assert counts[-1] == MOST_SAMPLES


def given(monkeypatch: pytest.MonkeyPatch, seconds: float, at_rest: float) -> None:
    monkeypatch.setattr(flow, "_SECONDS", seconds)
    monkeypatch.setattr(flow, "_AT_REST", at_rest)


def test_a_batch_norm_has_two_samples_at_least(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, 0.0, 0.0)
    assert grown(prepare(project(NORMED, data={"limit": 100}), device="cpu"), FlowStudy()) == [2, 2]
