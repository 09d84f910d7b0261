"""The game of a generator against a discriminator is told as autograd and the discriminator themselves say it."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
import torch
from networks import chain, project
from scipy.stats import norm
from torch.nn import functional

from playground import protocol
from playground.core.project import DataSettings, TaskSettings
from playground.engine.errors import CannotTrain
from playground.engine.lenses import begin, look
from playground.engine.lenses.gan.standing import in_words, ranked, relative_spread
from playground.engine.lenses.turns import Turns
from playground.engine.loop import prepare, run
from playground.engine.state import TrainingState
from playground.engine.tasks.adversarial import Adversarial
from playground.protocol import FakePush, Game, GameSeen, Standing
from playground.training.starting import starting_project

FORMS = ("minimax", "non_saturating", "least_squares", "wasserstein_gp")
GAME = Game("Generator")


def made(dataset: str = "ring", scaling: str = "", **params: Any) -> TrainingState:
    """Of points as they are; other data are prepared as the task would have them."""
    whole = starting_project("gan", DataSettings(dataset=dataset, limit=200))
    scaling = scaling or ("none" if dataset == "ring" else whole.data.preparation.scaling)
    whole = whole.replace(data=whole.data.replace(preparation=whole.data.preparation.replace(scaling=scaling)))
    training = whole.training.replace(epochs=2, batch_size=32)
    state = prepare(whole.replace(task=TaskSettings(type="gan", params=params), training=training), device="cpu")
    torch.manual_seed(3)
    for weight in state.networks["Discriminator"].parameters():
        torch.nn.init.normal_(weight, std=0.4)  # so that it is sure of something
    return state


def seen(state: TrainingState) -> GameSeen:
    study = begin(GAME)
    while True:
        with state.evaluating():
            found = study.look(state, GAME, {})
        if not study.unfinished:
            assert isinstance(found, GameSeen)
            assert found.current == 1
            return found


def fixed_fakes(state: TrainingState) -> torch.Tensor:
    """Those of the run's fixed noise, prepared as networks take them."""
    assert isinstance(state.task, Adversarial)
    with torch.no_grad():
        return state.networks["Generator"].eval()(state.task.fixed_noise)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("scaling", ["none", "standardize"])
def test_arrows_are_the_gradient_of_each_fakes_own_loss(form: str, scaling: str) -> None:
    state = made(scaling=scaling, form=form)
    found, fakes = seen(state), fixed_fakes(state)
    judge = state.networks["Discriminator"].eval()
    assert found.field is not None
    for number in (0, 7, 123):
        x = fakes[number].clone().requires_grad_(True)
        score = judge(x[None])[0, 0]
        (slope,) = torch.autograd.grad(score, x)
        d = float(score.detach().sigmoid())
        # dL/dscore by hand: log(1 − D), −log D, (s − 1)² / 2 and −s
        by_hand = {
            "minimax": -d,
            "non_saturating": d - 1,
            "least_squares": float(score.detach()) - 1,
            "wasserstein_gp": -1.0,
        }
        expected = -by_hand[form] * slope.numpy()
        if scaling == "standardize":
            scale = state.samples.inputs.scale
            assert scale is not None
            expected = expected * scale
        np.testing.assert_allclose(found.field.arrows[number], expected, rtol=2e-4, atol=1e-6)


def test_a_small_step_along_the_arrows_lowers_the_generators_loss() -> None:
    state = made(form="non_saturating")
    found = seen(state)
    assert found.field is not None
    judge = state.networks["Discriminator"]
    with torch.no_grad():
        moved = torch.from_numpy(found.fakes + 1e-3 * found.field.arrows)
        after = -functional.logsigmoid(judge(moved)).mean()
    assert float(after) < found.standing.forging


@pytest.mark.parametrize("form", FORMS)
def test_the_map_and_all_scores_are_what_the_discriminator_says(form: str) -> None:
    state = made(form=form)
    found, judge = seen(state), state.networks["Discriminator"]
    assert found.field is not None and found.field.map is not None
    left, right, bottom, top = found.field.bounds
    rows, columns = found.field.map.shape

    def said(x: torch.Tensor) -> np.ndarray:
        with torch.no_grad():
            scores = judge(x)[:, 0]
        return (scores.sigmoid() if form in ("minimax", "non_saturating") else scores).numpy()

    for row, column in ((0, 0), (rows - 1, 3), (20, columns - 1)):
        place = [left + (column + 0.5) / columns * (right - left), bottom + (row + 0.5) / rows * (top - bottom)]
        np.testing.assert_allclose(found.field.map[row, column], said(torch.tensor([place]))[0], rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(found.real_scores, said(torch.from_numpy(found.real)), rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(found.fake_scores, said(torch.from_numpy(found.fakes)), rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(found.fakes, fixed_fakes(state).numpy(), rtol=1e-5)
    assert found.critic == (form == "wasserstein_gp")
    middle = {"least_squares": 0.5, "wasserstein_gp": math.nan}.get(form, 0.5)
    if not found.critic:
        assert found.standing.told_real == pytest.approx((found.real_scores > middle).mean())
        assert found.standing.told_fakes == pytest.approx((found.fake_scores <= middle).mean())
    pairs = (found.real_scores[:, None] > found.fake_scores[None]).mean()
    assert found.standing.ranked == pytest.approx(pairs, abs=1e-6)


def test_the_manifold_is_the_generator_over_cells_that_are_drawn_equally_often() -> None:
    state = made()
    found, generator = seen(state), state.networks["Generator"]
    assert found.field is not None
    size = state.task.fixed_noise.shape[1]
    rows, columns, _ = found.field.manifold.shape
    lines = norm.ppf(np.linspace(0.005, 0.995, columns))
    noise = torch.zeros(1, size)
    noise[0, 0], noise[0, 1] = lines[4], lines[17]  # across, then up
    with torch.no_grad():
        np.testing.assert_allclose(found.field.manifold[17, 4], generator(noise)[0].numpy(), rtol=1e-4, atol=1e-5)
    assert rows == columns
    np.testing.assert_allclose(np.diff(norm.cdf(lines)), 0.99 / (columns - 1), rtol=1e-6)


def test_one_noise_number_makes_a_line() -> None:
    whole = starting_project("gan", DataSettings(dataset="ring", limit=200))
    generator = chain(("Noise", {"size": 1}), ("Dense", {"units": 2}))
    state = prepare(whole.replace(networks={**whole.networks, "Generator": generator}), device="cpu")
    found = seen(state)
    assert found.field is not None
    assert found.field.manifold.shape == (1, 21, 2)


def test_images_have_scores_and_a_push_on_each_pixel() -> None:
    state = made("digits", form="non_saturating")
    found = seen(state)
    assert (found.kind, found.field) == ("images", None)
    assert found.fakes.dtype == np.uint8
    fakes = fixed_fakes(state)
    with state.evaluating():
        push = look(state, FakePush("Generator", 5), {})
    x = fakes[5:6].clone().requires_grad_(True)
    score = state.networks["Discriminator"].eval()(x)
    (slope,) = torch.autograd.grad(-functional.logsigmoid(score).sum(), x)
    np.testing.assert_allclose(push.push, -slope[0].sum(0).numpy(), rtol=1e-3, atol=1e-7)
    assert push.score == pytest.approx(float(score.detach().sigmoid()), rel=1e-4)
    np.testing.assert_array_equal(push.image, found.fakes[5])
    assert found.fake_scores[5] == pytest.approx(push.score, rel=1e-4)


def test_more_numbers_are_seen_as_their_shadow() -> None:
    state = made("iris")
    found = seen(state)
    assert found.kind == "projected"
    assert found.field is not None and found.field.map is None
    real = state.task.shown_real.prepared.numpy().astype(np.float64)
    centred = real - real.mean(0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    np.testing.assert_allclose(np.abs(found.real), np.abs(centred @ axes[:2].T), atol=1e-4)
    with state.evaluating(), pytest.raises(CannotTrain, match="no images"):
        look(state, FakePush("Generator"), {})


def test_looking_leaves_the_run_as_it_is() -> None:
    def trained(looking: bool) -> list[torch.Tensor]:
        state = made()
        for event in run(state):
            if looking and isinstance(event, protocol.Progress):
                seen(state)
        return [weight.clone() for weight in state.module.parameters()]

    assert all(torch.equal(one, other) for one, other in zip(trained(False), trained(True), strict=True))


def test_who_learned_in_the_last_step_is_told() -> None:
    state = made(discriminator_steps=2)
    assert seen(state).learned == ()
    for number, only, expected in (
        (0, "", ("Discriminator",)), (1, "", ("Discriminator", "Generator")), (2, "generator", ("Generator",)),
    ):  # fmt: skip
        state.task.at, state.task.only = (0, number), only
        state.task.step(state.samples.batch(state.samples.order(0), number))
        assert seen(state).learned == expected


def test_other_tasks_play_no_game() -> None:
    state = prepare(project(chain("Input", "Flatten", ("Dense", {"units": 10}))), device="cpu")
    with state.evaluating(), pytest.raises(CannotTrain, match="No generator is trained"):
        look(state, Game("Classifier"), {})


def test_a_slow_generator_makes_the_oldest_anew_first() -> None:
    turns = Turns(10, seconds=0.0)  # one part in each turn
    made: list[list[int]] = []
    turns.work(0, lambda picked: made.append(picked.tolist()))
    turns.work(1, lambda picked: made.append(picked.tolist()))
    assert made[0] == [0]
    assert made[1][0] == 1
    assert turns.current(1) == pytest.approx(len(made[1]) / 10)
    for _ in range(12):
        turns.work(2, lambda picked: None)
    assert turns.current(2) == 1
    assert turns.known().all()


def standing(**values: Any) -> Standing:
    known = {"told_real": 0.8, "told_fakes": 0.8, "ranked": 0.8, "push": 0.5, "spread": 1.0}
    return Standing(1.0, 1.0, **{**known, **values})


@pytest.mark.parametrize(
    ("values", "form", "trouble", "words"),
    [
        ({"spread": 0.02}, "minimax", "collapse", "vary by 2 %"),
        ({"told_fakes": 1.0, "push": 0.003}, "minimax", "vanishing", "100 % of the fakes"),
        ({"told_fakes": 0.99, "told_real": 0.97}, "non_saturating", "behind", "99 % of the fakes and 97 %"),
        ({"told_fakes": 0.1}, "least_squares", "ahead", "takes 90 % of the fakes for real"),
        ({"told_fakes": 0.5, "told_real": 0.55}, "minimax", "", "hardly tell"),
        ({}, "minimax", "", "both still learn"),
        ({"told_fakes": None, "told_real": None, "ranked": 0.52}, "wasserstein_gp", "", "hardly tell"),
        ({"told_fakes": None, "told_real": None, "ranked": 0.93}, "wasserstein_gp", "", "93 % of all pairs"),
    ],
)
def test_the_state_of_the_game_in_words(values: dict[str, Any], form: str, trouble: str, words: str) -> None:
    told = in_words(standing(**values), form, 500, 1.5)
    assert told[0] == trouble
    assert words in told[1]
    assert bool(told[2]) == bool(trouble)
    assert in_words(standing(**values), form, 0, 1.5)[0] == ""  # nobody has learned yet


def test_ranks_and_spreads() -> None:
    real, fakes = np.array([1.0, 2.0, 2.0]), np.array([0.0, 2.0])
    assert ranked(real, fakes) == pytest.approx((0.5 + 0.75 + 0.75) / 3)
    points = np.random.default_rng(0).normal(size=(50, 2))
    assert relative_spread(points, 0.25 * points + 9) == pytest.approx(0.25)
