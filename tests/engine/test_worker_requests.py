"""What a window asks of the worker beside a run: a search for a learning rate, and what follows a break-down."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from networks import chain, classifier, project
from workers import PATIENCE_SECONDS, Worker, spawn

from playground import protocol
from playground.core.files import dump_project
from playground.core.project import Project


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    process, connection = spawn()
    made = Worker(connection)
    made.last(protocol.Ready)
    yield made
    made.send(protocol.Shutdown())
    process.join(PATIENCE_SECONDS)
    connection.close()
    assert process.exitcode == 0


_numbers = iter(range(1, 1000))


def small() -> Project:
    return classifier(epochs=2, batch_size=50)


def endless() -> str:
    return dump_project(classifier(epochs=100_000))


def search(worker: Worker, made: Project | None = None) -> int:
    request = next(_numbers)
    worker.send(protocol.FindLearningRate(request, dump_project(made or small())))
    return request


def test_a_search_tells_of_its_rates_until_it_is_done(worker: Worker) -> None:
    request = search(worker)
    told = []
    while not told or not told[-1].done:
        found = worker.last(protocol.LearningRates, protocol.RequestFailed)
        assert isinstance(found, protocol.LearningRates), found
        told.append(found)
    assert {each.request for each in told} == {request}
    lengths = [len(each.rates) for each in told]
    assert lengths == sorted(lengths)
    assert len(told[-1].losses) == len(told[-1].rates) > 10
    ratios = told[-1].rates[1:] / told[-1].rates[:-1]
    np.testing.assert_allclose(ratios, 10 ** (8 / 99))
    assert told[-1].suggestion is not None


def test_a_search_is_refused_while_a_run_is_under_way_or_paused(worker: Worker) -> None:
    run = next(_numbers)
    worker.send(protocol.Start(run, endless()))
    worker.last(protocol.Progress)
    request = search(worker)
    refused = worker.last(protocol.RequestFailed, protocol.LearningRates)
    assert refused == protocol.RequestFailed(request, "A run is under way.", "Stop it first, or wait for its end.")
    worker.send(protocol.Pause(run))
    worker.last(protocol.RunPaused)
    again = search(worker)
    assert worker.last(protocol.RequestFailed, protocol.LearningRates).request == again  # type: ignore[union-attr]
    worker.send(protocol.Stop(run))
    worker.last(protocol.RunFinished)


def test_the_run_before_a_search_can_go_on_as_if_nothing_had_been(worker: Worker) -> None:
    from playground.engine.loop import prepare, run as train

    number = next(_numbers)
    worker.send(protocol.Start(number, dump_project(small())))
    worker.last(protocol.RunFinished)
    search(worker)
    while not worker.last(protocol.LearningRates).done:  # type: ignore[union-attr]
        pass
    worker.send(protocol.Resume(number))
    finished = worker.last(protocol.RunFinished)
    state = prepare(small().replace(training=small().training.replace(epochs=4)))
    assert finished.test == list(train(state))[-1].test  # type: ignore[union-attr]


def slow() -> Project:
    """Many seconds for its hundred steps."""
    layers = [("Conv2D", {"filters": 32, "padding": "same"})] * 3
    return project(chain("Input", *layers, "Flatten", ("Dense", {"units": 10})), batch_size=256)


def test_a_search_that_is_cancelled_ends_with_what_it_has(worker: Worker) -> None:
    request = search(worker, slow())
    first = worker.last(protocol.LearningRates)
    assert not first.done  # type: ignore[union-attr]
    worker.send(protocol.CancelLearningRates(request))
    told = [worker.last(protocol.LearningRates)]
    while not told[-1].done:  # type: ignore[union-attr]
        told.append(worker.last(protocol.LearningRates))
    assert 0 < len(told[-1].rates) < 100  # type: ignore[union-attr]


@pytest.mark.parametrize("paused", [True, False])
def test_a_run_that_is_started_ends_the_search(worker: Worker, paused: bool) -> None:
    request, run = search(worker, slow()), next(_numbers)
    worker.last(protocol.LearningRates)
    worker.send(protocol.Start(run, dump_project(small()), None, paused))
    before = worker.until(protocol.RunStarted)
    assert isinstance(before[-2], protocol.LearningRates)
    assert (before[-2].request, before[-2].done) == (request, True)
    worker.send(protocol.Resume(run))
    worker.last(protocol.RunFinished)


def test_what_cannot_train_is_no_search(worker: Worker) -> None:
    request = search(worker, project(chain("Input", ("Dense", {"units": 10}))))
    failed = worker.last(protocol.RequestFailed)
    assert isinstance(failed, protocol.RequestFailed)
    assert failed.request == request
    assert "Dense 1" in failed.message
    assert "Flatten" in failed.hint
    worker.send(protocol.FindLearningRate(999, "{"))
    assert "not valid JSON" in worker.last(protocol.RequestFailed).message  # type: ignore[union-attr]


def test_a_run_whose_numbers_break_down_waits_and_goes_on_at_a_lower_rate(worker: Worker) -> None:
    graph = chain("Input", "Flatten", ("Dense", {"units": 50}), ("Dense", {"units": 50}), ("Dense", {"units": 10}))
    steep = project(
        graph, data={"limit": 200}, epochs=2, batch_size=15, learning_rate=100.0, loss="mean_squared_error",
        optimizer={"type": "SGD", "params": {}},
    )  # fmt: skip
    run = next(_numbers)
    worker.send(protocol.Start(run, dump_project(steep)))
    diverged = worker.last(protocol.Diverged, protocol.RunFailed)
    assert isinstance(diverged, protocol.Diverged)
    assert "broke down" in diverged.message
    assert worker.last(protocol.RunPaused) == protocol.RunPaused(run, diverged.step)
    worker.send(protocol.SetLearningRate(run, 0.01), protocol.Resume(run))
    told = worker.until(protocol.RunFinished, protocol.RunFailed, protocol.Diverged)
    assert isinstance(told[-1], protocol.RunFinished)
    assert (told[-1].reason, told[-1].epochs) == ("finished", 2)
    assert {e.learning_rate for e in told if isinstance(e, protocol.Progress)} == {0.01}
