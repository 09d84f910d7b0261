"""The loss around the weights: each point is what a copy with those weights loses; the run is not touched."""

from __future__ import annotations

import copy
from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest
import torch
from networks import chain, project
from torch import Tensor
from torch.nn import functional

from playground.core.presets import load_preset
from playground.engine import random_states
from playground.engine.control import Control
from playground.engine.errors import CannotTrain
from playground.engine.lenses import begin, look
from playground.engine.lenses.landscape import judging
from playground.engine.lenses.landscape.directions import path_directions, place, random_directions
from playground.engine.lenses.landscape.path import MOST_KEPT, Path as Way
from playground.engine.lenses.study import Study
from playground.engine.loop import prepare, run
from playground.engine.losses import class_weights
from playground.engine.moments import Moments
from playground.engine.state import TrainingState
from playground.engine.watching import Watching
from playground.protocol import Landscape, LandscapeSeen, RunPaused

T = TypeVar("T")
CNN = chain(
    "Input", ("Conv2D", {"filters": 4, "kernel": 3, "activation": "ReLU"}), ("MaxPool2D", {"size": 4}), "Flatten",
    ("Dense", {"units": 10, "activation": "Softmax"}),
)  # fmt: skip


@pytest.fixture
def state() -> TrainingState:
    return prepare(project(CNN, data={"limit": 200}, batch_size=64), device="cpu")


def whole(state: TrainingState, lens: Landscape, study: Study | None = None) -> LandscapeSeen:
    """Looked at until all is known."""
    study = study or begin(lens)
    while True:
        with state.evaluating():
            found = look(state, lens, {}, study)
        assert isinstance(found, LandscapeSeen)
        if not study.unfinished:
            return found


def loss_by_hand(state: TrainingState, moved: dict[str, Tensor], samples: int) -> float:
    """Of the first training samples, without the engine's help."""
    network = state.networks["Classifier"]
    weights = {name: weight.detach() + moved.get(name, 0) for name, weight in network.named_parameters()}
    x, y = next(state.samples.part("train", samples))
    conv = functional.max_pool2d(torch.relu(functional.conv2d(x, weights["conv1.weight"], weights["conv1.bias"])), 4)
    scores = conv.flatten(1) @ weights["dense1.weight"].T + weights["dense1.bias"]
    return float(functional.cross_entropy(scores, y))


def done(slow: Generator[None, None, T]) -> T:
    """What comes of work that may rest, without a rest."""
    while True:
        try:
            next(slow)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def drawn_by_hand(state: TrainingState, seed: int) -> list[dict[str, Tensor]]:
    """Two directions: each filter, and each row of a dense layer, as long as that of the weights; biases stay."""
    generator, found = torch.Generator().manual_seed(seed), []
    for _ in range(2):
        one = {}
        for name, weight in state.networks["Classifier"].named_parameters():
            if weight.dim() > 1:
                drawn = torch.randn(weight.shape, generator=generator)
                rows = [d * float(w.norm() / d.norm()) for d, w in zip(drawn, weight.detach(), strict=True)]
                one[name] = torch.stack(rows)
        found.append(one)
    return found


def test_each_point_is_the_loss_of_the_weights_there(state: TrainingState, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "_POINT", 60.0)  # a machine with time
    found = whole(state, Landscape("Classifier", size=5))
    assert found.losses.shape == (5, 5)
    assert found.done == 1.0
    first, second = drawn_by_hand(state, random_states.derived_seed(state.project.training.seed, "shown", 100))
    for row, up in enumerate(found.up):
        for column, across in enumerate(found.across):
            moved = {name: float(across) * first[name] + float(up) * second[name] for name in first}
            assert found.losses[row, column] == pytest.approx(loss_by_hand(state, moved, found.samples), rel=1e-4)
    assert found.samples == state.samples.train_count


def test_a_network_that_is_slow_is_judged_by_a_few_samples_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "_SECONDS", 0.0)  # one sample at a time
    state = prepare(project(CNN, data={"limit": 200}, batch_size=64, class_weights="balanced"), device="cpu")
    network = state.networks["Classifier"].eval()
    found = whole(state, Landscape("Classifier", size=3))
    x, y = next(state.samples.part("train", found.samples))
    weights = class_weights("balanced", state.samples.train_targets, 10)
    with torch.no_grad():
        expected = float(functional.cross_entropy(network(x), y, weights))
    assert found.losses[1, 1] == pytest.approx(expected, rel=1e-5)


def test_the_middle_is_the_loss_as_it_is_and_asked_again_other_directions_are_drawn(state: TrainingState) -> None:
    first, again = (whole(state, Landscape("Classifier", size=3, anew=number)) for number in (0, 1))
    for found in (first, again):
        assert found.losses[1, 1] == pytest.approx(loss_by_hand(state, {}, found.samples), rel=1e-5)
    assert not np.allclose(first.losses, again.losses)


def test_nothing_of_the_run_is_touched(state: TrainingState) -> None:
    before = copy.deepcopy(state.module.state_dict())
    whole(state, Landscape("Classifier", size=3))
    after = state.module.state_dict()
    assert all(torch.equal(before[name], after[name]) for name in before)


def trained(state: TrainingState, steps: int, study: Study, lens: Landscape) -> list[dict[str, Tensor]]:
    """Steps of the real loop, looked at after each; the weights after each."""
    control, kept = Control(paused=True), []
    for event in run(state, control):
        if type(event).__name__ == "RunPaused":
            with state.evaluating():
                look(state, lens, {}, study)
            kept.append({name: w.detach().clone() for name, w in state.networks["Classifier"].named_parameters()})
            if len(kept) > steps:
                control.stop()
            else:
                control.step_once()
    return kept


def test_the_path_is_followed_while_it_learns(state: TrainingState) -> None:
    lens = Landscape("Classifier", size=3)
    study = begin(lens)
    kept = trained(state, 4, study, lens)
    found = whole(state, lens, study)
    assert found.path_steps.tolist() == [0, 1, 2, 3, 4]
    assert found.centre_step == 0
    assert found.path[0, :2] == pytest.approx([0, 0], abs=1e-6)
    losses = [_loss_of(state, weights, found.samples) for weights in kept]
    assert found.path[:, 2] == pytest.approx(losses, rel=1e-4)


def _loss_of(state: TrainingState, weights: dict[str, Tensor], samples: int) -> float:
    now = dict(state.networks["Classifier"].named_parameters())
    return loss_by_hand(state, {name: weights[name] - now[name].detach() for name in weights}, samples)


def test_without_a_path_it_says_what_helps(state: TrainingState) -> None:
    lens = Landscape("Classifier", directions="path")
    with state.evaluating(), pytest.raises(CannotTrain, match="Train on, or take random"):
        look(state, lens, {}, begin(lens))


@pytest.mark.parametrize(("preset", "loss"), [("gan-2d", "generator_loss"), ("vae-2d", "loss")])
def test_other_tasks_have_one_too(preset: str, loss: str) -> None:
    loaded = load_preset(preset).project
    known = {"dataset": "digits"} if loaded.data.dataset == "mnist" else {}
    state = prepare(loaded.replace(data=loaded.data.replace(limit=96, **known)), device="cpu")
    name = "Generator" if "Generator" in state.networks else state.network
    found = whole(state, Landscape(name, size=3))
    assert np.isfinite(found.losses).all()
    assert found.loss == loss


def test_a_look_is_a_slice(state: TrainingState) -> None:
    """However many points, one look judges some of them."""
    study, lens = begin(Landscape("Classifier", size=101)), Landscape("Classifier", size=101)
    looks: list[float] = [0.0]
    while not looks[-1]:  # directions come first, and how many samples there is time for
        with state.evaluating():
            looks = [look(state, lens, {}, study).done for _ in range(2)]  # type: ignore[attr-defined]
    assert study.unfinished
    assert looks[0] < looks[1] < 1


# --- directions ------------------------------------------------------------------------------------------------------


def test_directions_of_the_path_are_its_principal_components() -> None:
    generator = torch.Generator().manual_seed(3)
    past = [[torch.randn(4, 3, generator=generator), torch.randn(5, generator=generator)] for _ in range(6)]
    centre = past[-1]
    found = done(path_directions(centre, past))
    assert found is not None
    ways = np.stack([np.concatenate([(w - c).flatten().numpy() for w, c in zip(p, centre, strict=True)]) for p in past])
    # components about the centre that was chosen, not about the mean
    _, _, axes = np.linalg.svd(ways, full_matrices=False)
    for direction, axis in zip(found, axes, strict=False):
        flat = torch.cat([part.flatten() for part in direction]).numpy()
        assert abs(flat @ axis) == pytest.approx(np.linalg.norm(flat), rel=1e-4)
        assert np.linalg.norm(flat) == pytest.approx(np.abs(ways @ axis).max(), rel=1e-4)
    for way, weights in zip(ways, past, strict=True):
        across, up, seen, length = done(place(centre, *found, weights))
        flats = [torch.cat([part.flatten() for part in direction]).numpy() for direction in found]
        assert [across, up] == pytest.approx(np.linalg.lstsq(np.stack(flats).T, way, rcond=None)[0].tolist(), abs=1e-4)
        assert length == pytest.approx(float(way @ way), rel=1e-5)
        assert seen <= length * (1 + 1e-6)


def test_a_path_that_goes_nowhere_or_straight_on_spans_nothing() -> None:
    here = [torch.zeros(3)]
    assert done(path_directions(here, [here])) is None
    assert done(path_directions(here, [[torch.ones(3)], [2 * torch.ones(3)], here])) is None


def test_random_directions_leave_biases_and_norms_alone() -> None:
    weights = [torch.randn(4, 3), torch.randn(4), torch.zeros(2, 2)]
    first, second = done(random_directions(weights, torch.Generator().manual_seed(0)))
    assert torch.equal(first[1], torch.zeros(4))
    assert torch.equal(first[2], torch.zeros(2, 2))  # a filter that is nothing stays nothing
    assert first[0].norm(dim=1).tolist() == pytest.approx(weights[0].norm(dim=1).tolist(), rel=1e-5)
    assert not torch.allclose(first[0], second[0])


def test_a_long_path_is_thinned_and_keeps_its_ends() -> None:
    path = Way()
    for step in range(1000):
        path.add(step, [torch.tensor([float(step)])])
        assert path.steps[-1] == step
        assert len(path.steps) <= MOST_KEPT + 1
    assert path.steps[0] == 0
    gaps = np.diff(path.steps[:-1])
    assert gaps.min() == gaps.max()
    assert [float(weights[0]) for weights in path.weights] == path.steps


def test_after_going_back_what_came_later_is_forgotten() -> None:
    path = Way()
    for step in (0, 1, 2, 3, 1):
        path.add(step, [torch.tensor([float(step)])])
    assert path.steps == [0, 1]


def test_the_way_before_it_was_opened_is_read_from_what_is_kept_of_the_run(
    state: TrainingState, tmp_path: Path
) -> None:
    moments, watching, kept = Moments(folder=tmp_path), Watching(), []
    control = Control(paused=True)
    for event in run(state, control, watching, moments):
        if isinstance(event, RunPaused):
            kept.append({name: w.detach().clone() for name, w in state.networks["Classifier"].named_parameters()})
            if len(kept) > 4:
                lens = Landscape("Classifier", directions="path", size=3)
                study = begin(lens)
                study.moments = moments
                found = whole(state, lens, study)
                control.stop()
            else:
                control.step_once()
    moments.close()
    assert found.path_steps.tolist() == [0, 1, 2, 3, 4]
    assert found.centre_step == 4
    assert found.path[-1, :2] == pytest.approx([0, 0], abs=1e-6)
    assert np.abs(found.path[:, :2]).max(0) == pytest.approx([1, 1], abs=1e-4)
    now = kept[-1]
    ways = np.stack([torch.cat([(was[name] - now[name]).flatten() for name in now]).numpy() for was in kept])
    lengths = np.linalg.svd(ways, compute_uv=False) ** 2
    assert found.kept == pytest.approx(lengths[:2].sum() / lengths.sum(), rel=1e-4)
