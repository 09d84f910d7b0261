"""Lenses look at the network as it was, while the run goes on as if nobody did."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from networks import chain, classifier, project

from playground import protocol
from playground.core.project import Project
from playground.engine.control import Control
from playground.engine.lenses import look
from playground.engine.loop import prepare, run
from playground.engine.moments import Moments, Past
from playground.engine.state import TrainingState
from playground.engine.watching import Watching
from playground.protocol import Flow, Layers

LENSES = (Layers("Classifier"), Flow("Classifier"))


def small() -> Project:
    graph = chain(
        "Input", ("Conv2D", {"filters": 3, "activation": "ReLU"}), "BatchNorm", "Flatten", "Dropout",
        ("Dense", {"units": 10}),
    )  # fmt: skip
    return project(graph, data={"limit": 100, "validation": 0.2}, epochs=2, batch_size=16)


@pytest.fixture
def moments(tmp_path: Path) -> Iterator[Moments]:
    made = Moments(folder=tmp_path)
    yield made
    made.close()


def values(event: protocol.Event) -> np.ndarray:
    assert isinstance(event, protocol.Seen)
    assert isinstance(event.sight, protocol.LayersSeen)
    return event.sight.layers["dense1"].values


def test_what_was_seen_then_is_seen_again(moments: Moments) -> None:
    state, control = prepare(small()), Control(paused=True)
    then: dict[int, np.ndarray] = {}
    for event in run(state, control, moments=moments):
        if isinstance(event, protocol.RunPaused):
            with state.evaluating():
                then[event.step] = look(state, LENSES[0], {}).layers["dense1"].values  # type: ignore[attr-defined]
            control.step_once()
    watching = Watching()
    watching.remember(Past(moments))
    for at in (7, 0, 3, 7):
        watching.watch(protocol.Watch(LENSES, at=at))
        seen, flow = list(watching.rest(state))
        assert isinstance(flow, protocol.Seen)
        assert isinstance(seen, protocol.Seen)
        assert (seen.step, seen.at, flow.step, flow.run) == (at, at, at, state.run)
        np.testing.assert_array_equal(values(seen), then[at])
        while more := list(watching.rest(state)):  # it does not change any more, but for a flow that comes in slices
            assert [event.lens for event in more] == [LENSES[1]]  # type: ignore[union-attr]
    watching.watch(protocol.Watch(LENSES, at=10_000))
    assert next(watching.rest(state)).step == state.position.step  # type: ignore[union-attr]
    watching.watch(protocol.Watch(LENSES))
    now, _ = list(watching.rest(state))  # told anew although nothing was learned meanwhile
    assert isinstance(now, protocol.Seen)
    assert (now.step, now.at) == (state.position.step, None)
    with state.evaluating():
        expected = look(state, LENSES[0], {})
    np.testing.assert_array_equal(values(now), expected.layers["dense1"].values)  # type: ignore[attr-defined]


def learned(state: TrainingState, **more: object) -> tuple[object, dict[str, torch.Tensor]]:
    for _ in run(state, **more):  # type: ignore[arg-type]
        pass
    return state.history.series["loss/training"].arrays()[1].tolist(), state.module.state_dict()


def test_a_run_that_goes_on_meanwhile_learns_the_same(moments: Moments) -> None:
    curve, weights = learned(prepare(small()))
    state, watching, control, seen = prepare(small()), Watching(), Control(paused=True), []
    watching.remember(Past(moments))
    for event in run(state, control, watching, moments):
        if isinstance(event, protocol.Seen):
            seen.append(event.step)
        if isinstance(event, protocol.RunPaused):
            watching.watch(protocol.Watch(LENSES, at=event.step // 2))
            # between two steps, as the window's questions are answered
            control.submit(lambda: seen.extend(event.step for event in watching.rest(state)))
            control.step_once()
    assert {0, 1, 2, 3} < set(seen)
    assert state.history.series["loss/training"].arrays()[1].tolist() == curve
    assert all(torch.equal(weights[name], tensor) for name, tensor in state.module.state_dict().items())


def test_history_rate_and_position_are_those_of_then(moments: Moments) -> None:
    state, control = prepare(small(), run=4), Control(paused=True)
    for event in run(state, control, moments=moments):
        if isinstance(event, protocol.RunPaused):
            control.abort() if event.step == 6 else control.step_once()
    state.set_learning_rate(0.25)
    last, past = state.history.last_step, Past(moments)
    found = past.at(state, 3)
    assert (found.run, found.position.step, found.history.last_step) == (4, 3, 3)
    assert found.learning_rate == small().training.learning_rate
    assert state.history.last_step == last
    assert state.learning_rate == 0.25
    assert past.at(state, 3) is found


def test_weights_of_a_step_that_is_trained_anew_are_the_new_ones(moments: Moments) -> None:
    """Numbers broke down, the run went back and took another way."""
    state = prepare(small())
    watching = Watching()
    watching.remember(Past(moments))
    state.position.step = 2
    moments.keep(state)
    state.position.step = 3
    moments.keep(state)
    watching.watch(protocol.Watch(LENSES[:1], at=3))
    (first,) = watching.rest(state)
    moments.rewind(2)
    with torch.no_grad():
        for weight in state.module.parameters():
            weight.mul_(0.5)
    moments.keep(state)
    (second,) = watching.rest(state)
    assert isinstance(second, protocol.Seen)
    assert second.step == 3
    assert not np.array_equal(values(first), values(second))


def test_who_pauses_sees_the_samples_of_that_step() -> None:
    state, control = prepare(classifier(epochs=50, batch_size=20), device="cpu"), Control()
    told, paused = [], None
    for event in run(state, control):
        if paused is not None:
            told.append(event)
            control.abort()
        elif isinstance(event, protocol.RunPaused):
            paused = event.step
            control.abort()
        elif isinstance(event, protocol.Progress) and event.step > 1:
            control.pause()
    assert isinstance(told[0], protocol.Predictions)
    assert told[0].step == paused
