"""Not-a-number: where somebody attends to it a run pauses on its last good weights; else it fails."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import torch
from networks import chain, project

from playground import protocol
from playground.core.project import Project
from playground.engine.control import Control
from playground.engine.loop import prepare, run
from playground.engine.state import TrainingState


def steep(**training: object) -> Project:
    """Three linear layers and a squared error: at a rate of 100 the numbers explode within a few steps."""
    graph = chain("Input", "Flatten", ("Dense", {"units": 50}), ("Dense", {"units": 50}), ("Dense", {"units": 10}))
    settings = {"optimizer": {"type": "SGD", "params": {}}, "learning_rate": 100.0, "loss": "mean_squared_error"}
    return project(
        graph, data={"limit": 200, "validation": 0.25}, **{"epochs": 3, "batch_size": 15, **settings, **training}
    )


def until(kind: type, events: Iterator[protocol.Event]) -> list[protocol.Event]:
    found: list[protocol.Event] = []
    for event in events:
        found.append(event)
        if isinstance(event, kind):
            return found
    raise AssertionError(found[-1])


def sound(state: TrainingState) -> bool:
    return all(bool(torch.isfinite(tensor).all()) for tensor in state.module.state_dict().values())


def test_an_attended_run_pauses_and_goes_on_at_a_lower_rate() -> None:
    state, control = prepare(steep()), Control(attended=True)
    events = run(state, control)
    diverged = until(protocol.Diverged, events)[-1]
    assert isinstance(diverged, protocol.Diverged)
    assert "the loss of step" in diverged.message
    assert "Lower the learning rate (it is 100)" in diverged.hint
    assert diverged.step == state.position.step
    assert sound(state)
    assert next(events) == protocol.RunPaused(0, diverged.step)
    # nothing that came after the weights that are back is remembered
    assert max(series.last_step or 0 for series in state.history.series.values()) <= diverged.step
    control.set_learning_rate(0.01)
    control.resume()
    rest = list(events)
    assert isinstance(rest[0], protocol.RunResumed)
    finished = rest[-1]
    assert isinstance(finished, protocol.RunFinished)
    assert (finished.epochs, finished.step) == (3, 30)
    assert sound(state)


def test_resumed_unchanged_it_pauses_again_on_sound_weights() -> None:
    state, control = prepare(steep()), Control(attended=True)
    events = run(state, control)
    for _ in range(3):
        until(protocol.Diverged, events)
        until(protocol.RunPaused, events)
        assert sound(state)
        control.resume()
    control.abort()
    assert isinstance(list(events)[-1], protocol.RunFinished)
    assert sound(state)


def test_the_first_layer_is_named_and_its_title_told() -> None:
    graph = chain("Input", "Flatten", ("Dense", {"units": 8}), ("Dense", {"units": 8}), ("Dense", {"units": 10}))
    state = prepare(project(graph, data={"limit": 100}))
    with torch.no_grad():
        state.module.get_parameter("dense1.weight").fill_(1e20)
        state.module.get_parameter("dense2.weight").fill_(1e20)
    diverged = until(protocol.Diverged, run(state, Control(attended=True)))[-1]
    assert isinstance(diverged, protocol.Diverged)
    assert diverged.node == "dense2"
    assert "first in Dense 2" in diverged.message


def test_a_single_step_that_breaks_down_is_taken_back() -> None:
    graph = chain("Input", "Flatten", ("Dense", {"units": 10}))
    state, control = prepare(project(graph, data={"limit": 100})), Control(paused=True, attended=True)
    events = run(state, control)
    until(protocol.RunPaused, events)
    layer = state.module.get_submodule("dense1")
    hook = layer.register_forward_hook(lambda *given: given[-1] * float("nan"))
    control.step_once()
    assert [type(e).__name__ for e in until(protocol.RunPaused, events)] == ["Diverged", "RunPaused"]
    assert state.position.step == 0
    hook.remove()
    control.step_once()
    assert until(protocol.RunPaused, events)[-1] == protocol.RunPaused(0, 1)
    control.abort()
    list(events)


def test_a_report_for_a_job_that_finds_broken_numbers_pauses_before_the_next_step() -> None:
    state, control, seen = prepare(steep(epochs=100)), Control(attended=True), []
    events = run(state, control)
    until(protocol.Progress, events)
    layer = state.module.get_submodule("dense1")
    layer.register_forward_hook(lambda *given: given[-1] * float("nan"))

    def look(_module: object, _inputs: object) -> None:
        control.submit(lambda: seen.append(state.position.step))  # while the step runs whose loss is no number

    layer.register_forward_pre_hook(look)
    diverged = until(protocol.Diverged, events)[-1]
    assert next(events) == protocol.RunPaused(0, diverged.step)  # type: ignore[union-attr]
    assert state.position.step == diverged.step  # type: ignore[union-attr]
    control.abort()
    list(events)


@pytest.mark.parametrize("attended", [True, False])
def test_a_validation_that_is_no_number_pauses_or_fails(attended: bool) -> None:
    state, control = prepare(steep(learning_rate=0.01, batch_size=150, epochs=2)), Control(attended=attended)
    layer = state.module.get_submodule("dense1")
    layer.weight.register_hook(lambda gradient: gradient * float("inf"))  # after the only loss of the epoch
    events = run(state, control)
    found = until(protocol.Diverged if attended else protocol.RunFailed, events)[-1]
    assert "the validation loss after step 1 is nan" in found.message  # type: ignore[union-attr]
    assert (state.position.epoch, state.position.step) == (0, 0)
    assert sound(state)
    if attended:
        until(protocol.RunPaused, events)
        layer.weight._backward_hooks.clear()
        control.resume()
        assert isinstance(list(events)[-1], protocol.RunFinished)


def test_what_early_stopping_waited_for_goes_back_with_the_weights() -> None:
    """Epochs that are undone are not waited for twice."""
    stopping = {"on": True, "patience": 4, "minimum_improvement": 1000.0}
    state, control = prepare(steep(learning_rate=0.01, epochs=50, early_stopping=stopping)), Control(attended=True)
    events, layer = run(state, control), state.module.get_submodule("dense1")
    until(protocol.EpochDone, events)
    until(protocol.EpochDone, events)
    hook = layer.register_forward_hook(lambda *given: given[-1] * float("nan"))
    until(protocol.RunPaused, events)
    epochs_left = state.position.epoch
    assert state.watch.waited == max(0, epochs_left - 1)
    hook.remove()
    control.resume()
    rest = list(events)
    assert isinstance(rest[-1], protocol.RunFinished)
    assert (rest[-1].reason, rest[-1].epochs) == ("early", 5)  # the best is the first one; four are waited for
