"""The learning-rate finder: rates that grow evenly, on a network of its own, and a rate that can be used."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
import torch
from networks import chain, classifier, project

from playground.core.project import DataSettings, Project, TaskSettings
from playground.engine.errors import CannotTrain
from playground.engine.lr_finder import Tried, find_learning_rate, suggestion
from playground.engine.random_states import derived_seed
from playground.engine.samples import Batch, Samples
from playground.engine.tasks.adversarial import Adversarial
from playground.engine.tasks.variational import VariationalAutoencoder
from playground.training.starting import starting_project


def linear(**training: object) -> Project:
    graph = chain("Input", "Flatten", ("Dense", {"units": 10, "activation": "Softmax"}))
    return project(graph, data={"limit": 400}, **{"batch_size": 40, "optimizer": {"type": "SGD"}, **training})


def test_rates_and_losses_are_those_of_a_plain_script() -> None:
    from playground.engine.data import load_data

    found = list(find_learning_rate(linear()))
    samples = Samples(load_data(linear().data), linear(), torch.device("cpu"))
    torch.manual_seed(derived_seed(0, "weights"))
    plain = torch.nn.Linear(784, 10)
    batches = [samples.batch(samples.order(epoch), number) for epoch in range(12) for number in range(9)]
    mean, expected = 0.0, []
    for step, (x, y) in enumerate(batches[: len(found)]):
        rate = 10 ** (-7 + 8 * step / 99)
        loss = torch.nn.functional.cross_entropy(plain(x.flatten(1)), y)
        plain.zero_grad()
        loss.backward()
        with torch.no_grad():
            for weight in plain.parameters():
                weight.sub_(rate * weight.grad)  # type: ignore[operator]
        mean = 0.9 * mean + 0.1 * loss.item()
        expected.append((rate, mean / (1 - 0.9 ** (step + 1))))
    np.testing.assert_allclose([(each.rate, each.loss) for each in found], expected, rtol=2e-3)
    assert found[0].rate == pytest.approx(1e-7)


def test_it_ends_when_the_loss_explodes_and_every_loss_is_a_number() -> None:
    deep = chain("Input", "Flatten", ("Dense", {"units": 50}), ("Dense", {"units": 10}))
    found = list(find_learning_rate(linear(loss="mean_squared_error").with_network("Classifier", deep)))
    assert 10 <= len(found) < 100
    assert all(math.isfinite(each.loss) for each in found)


@pytest.mark.parametrize("optimizer", ["SGD", "Adam"])
def test_the_suggested_rate_trains(optimizer: str) -> None:
    from playground import protocol
    from playground.engine.loop import prepare, run

    made = linear(optimizer={"type": optimizer}, epochs=5)
    rate = suggestion(list(find_learning_rate(made)))
    assert rate is not None
    assert 1e-5 < rate < 1
    finished = list(run(prepare(made.replace(training=made.training.replace(learning_rate=rate)))))[-1]
    assert isinstance(finished, protocol.RunFinished)
    assert finished.test is not None
    assert finished.test["accuracy"] > 0.7


def curve(*losses: float) -> list[Tried]:
    return [Tried(10.0 ** (place - len(losses)), loss) for place, loss in enumerate(losses)]


def test_the_suggestion_is_where_the_loss_falls_fastest() -> None:
    found = curve(5, 5, 5, 5, 4.9, 4, 2.5, 2.4, 2.3, 2.2, 2.1, 9)
    assert suggestion(found) == pytest.approx(1e-7)  # the mean of both sides is steepest at the sixth rate


def test_it_is_at_most_a_tenth_of_the_rate_with_the_least_loss() -> None:
    found = curve(5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 1, 9)
    assert found[10].rate == pytest.approx(1e-2)
    assert suggestion(found) == pytest.approx(1e-3)


def test_the_noise_of_the_first_batches_is_not_taken_for_a_fall() -> None:
    found = curve(9, 6, 4.8, 5, 5, 5.1, 5, 5, 5, 5, 4.9, 4.2, 3, 2, 1.9, 1.9, 9)
    assert suggestion(found) == pytest.approx(found[12].rate)


@pytest.mark.parametrize("losses", [(5, 4, 3), tuple(range(1, 20)), (2.0,) * 20])
def test_a_curve_that_is_short_or_never_falls_suggests_nothing(losses: tuple[float, ...]) -> None:
    assert suggestion(curve(*losses)) is None


def test_the_random_numbers_of_a_run_are_not_touched() -> None:
    searching = find_learning_rate(classifier())
    next(searching)
    before = torch.get_rng_state()
    next(searching)
    assert torch.equal(torch.get_rng_state(), before)


def test_a_project_that_cannot_train_is_refused_in_its_words() -> None:
    with pytest.raises(CannotTrain, match="Dense 1"):
        next(find_learning_rate(project(chain("Input", ("Dense", {"units": 10})))))


def starting(task: str, dataset: str, **params: object) -> Project:
    made = starting_project(task, DataSettings(dataset=dataset, limit=200))
    training = made.training.replace(batch_size=50, device="cpu")
    return made.replace(task=TaskSettings(type=task, params=params), training=training)


def test_at_every_rate_both_networks_of_a_gan_learn(monkeypatch: pytest.MonkeyPatch) -> None:
    """With five steps of the discriminator to one of the generator a rate is tried by five steps."""
    turns: list[tuple[float, bool]] = []

    def step(task: Adversarial, batch: Batch) -> dict[str, torch.Tensor]:
        before = [weight.detach().clone() for weight in task.setting.networks["Generator"].parameters()]
        found = plain(task, batch)
        moved = any(
            not torch.equal(a, b) for a, b in zip(before, task.setting.networks["Generator"].parameters(), strict=True)
        )
        turns.append((task.updaters.learning_rate, moved))
        return found

    plain = Adversarial.step
    monkeypatch.setattr(Adversarial, "step", step)
    found = list(itertools.islice(find_learning_rate(starting("gan", "moons", discriminator_steps=5)), 60))
    assert len(found) == 60
    assert [len([rate for rate, _ in turns if rate == each.rate]) for each in found] == [5] * 60
    tried = [moved for rate, moved in turns if rate > 1e-4]  # below that a step may be lost in rounding
    assert tried[-5:] == [False, False, False, False, True]
    assert sum(tried) == len(tried) // 5


def test_the_warm_up_of_a_variational_autoencoder_counts_as_done(monkeypatch: pytest.MonkeyPatch) -> None:
    weights: list[float] = []

    def step(task: VariationalAutoencoder, batch: Batch) -> dict[str, torch.Tensor]:
        weights.append(task.kl_weight)
        return plain(task, batch)

    plain = VariationalAutoencoder.step
    monkeypatch.setattr(VariationalAutoencoder, "step", step)
    list(find_learning_rate(starting("vae", "digits", beta=2.0, warm_up=3)))
    assert len(weights) > 10
    assert set(weights) == {2.0}
