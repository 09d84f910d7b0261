"""Not-a-number: where somebody attends to it a run pauses on its last good weights; else it fails."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
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
    assert until(protocol.RunPaused, events)[-1] == protocol.RunPaused(0, diverged.step)
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
    assert "in training step 1 the output of Dense 2 became " in diverged.message


def test_a_single_step_that_breaks_down_is_taken_back() -> None:
    graph = chain("Input", "Flatten", ("Dense", {"units": 10}))
    state, control = prepare(project(graph, data={"limit": 100})), Control(paused=True, attended=True)
    events = run(state, control)
    until(protocol.RunPaused, events)
    layer = state.module.get_submodule("dense1")
    hook = layer.register_forward_hook(lambda *given: given[-1] * float("nan"))
    control.step_once()
    told = [e for e in until(protocol.RunPaused, events) if not isinstance(e, protocol.Predictions)]
    assert [type(e).__name__ for e in told] == ["Diverged", "RunPaused"]
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
    paused = until(protocol.RunPaused, events)[-1]
    assert paused == protocol.RunPaused(0, diverged.step)  # type: ignore[union-attr]
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
    told = "the validation loss after step 1 is nan: in training step 1 the weights of Dense 1 became"
    assert told in found.message  # type: ignore[union-attr]
    assert found.node == "dense1"  # type: ignore[union-attr]
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


def spoiling(state: TrainingState, layer: str, after: int) -> None:
    """From the forward pass number ``after`` of training on, counted from 1, the layer's gradient is infinite.

    It goes by the numbers of the layer itself, so that steps which are taken again spoil it again.
    """
    module = state.module.get_submodule(layer)
    module.register_buffer("passes", torch.zeros(()))

    def count(found: torch.nn.Module, _inputs: object, _given: object) -> None:
        if found.training and torch.is_grad_enabled():
            found.passes += 1

    module.register_forward_hook(count)
    module.weight.register_hook(lambda gradient: gradient / (module.passes < after))


@pytest.mark.parametrize("optimizer", ["SGD", "Adam"])
@pytest.mark.parametrize("attended", [True, False])
def test_the_step_and_the_layer_whose_weights_were_spoiled_are_told(optimizer: str, attended: bool) -> None:
    dense = ("Dense", {"units": 8})
    graph = chain("Input", "Flatten", dense, "Dropout", dense, ("Dense", {"units": 10}))
    state = prepare(project(graph, data={"limit": 200}, epochs=3, batch_size=10, optimizer={"type": optimizer}))
    spoiling(state, "dense2", 12)
    end = protocol.Diverged if attended else protocol.RunFailed
    failed = until(end, run(state, Control(attended=attended)))[-1]
    assert isinstance(failed, (protocol.Diverged, protocol.RunFailed))
    assert failed.node == "dense2"
    # infinite over infinite is no number: Adam divides the gradient by its size
    kind = {"SGD": "infinite", "Adam": "not a number (NaN)"}[optimizer]
    told = f"the loss of step 13 is nan: in training step 12 the weights of Dense 2 became {kind}."
    assert told in failed.message
    assert sound(state)


def test_a_huge_rate_names_the_layer_and_the_step_that_plain_torch_finds() -> None:
    """The same steps by hand: the squared error overflows before any number in the network does."""
    state, plain = prepare(steep()), prepare(steep())
    weights = [plain.module.get_submodule(layer) for layer in ("dense1", "dense2", "dense3")]
    for step in range(1, 30):
        x, y = plain.samples.batch(plain.samples.order(0), step - 1)
        outputs, given = [], x.flatten(1)
        for layer in weights:
            given = layer(given)
            outputs.append(float(given.detach().abs().max()))
        loss = (given - torch.nn.functional.one_hot(y, 10)).square().mean()
        if not torch.isfinite(loss):
            break
        plain.module.zero_grad()
        loss.backward()
        with torch.no_grad():
            for weight in plain.module.parameters():
                weight.sub_(100.0 * weight.grad)  # type: ignore[operator]
    assert all(map(math.isfinite, outputs))
    largest = outputs.index(max(outputs)) + 1
    diverged = until(protocol.Diverged, run(state, Control(attended=True)))[-1]
    assert isinstance(diverged, protocol.Diverged)
    assert diverged.node == f"dense{largest}"
    told = f": in training step {step} it overflowed; the largest numbers, up to {max(outputs):.1g}, came from Dense"
    assert f"{told} {largest}." in diverged.message


def test_where_taking_the_steps_again_shows_nothing_the_weights_as_they_are_tell() -> None:
    """A hook that breaks a gradient once and never again."""
    graph = chain("Input", "Flatten", ("Dense", {"units": 8}), ("Dense", {"units": 10}))
    state = prepare(project(graph, data={"limit": 200}, epochs=3, batch_size=10))
    module, passes = state.module.get_submodule("dense2"), []

    def once(gradient: torch.Tensor) -> torch.Tensor:
        passes.append(1)
        return gradient * float("nan") if len(passes) == 12 else gradient

    module.weight.register_hook(once)
    diverged = until(protocol.Diverged, run(state, Control(attended=True)))[-1]
    assert isinstance(diverged, protocol.Diverged)
    assert diverged.node is not None
    assert "the weights of Dense" in diverged.message


def test_the_random_numbers_of_a_run_that_pauses_are_those_that_it_had() -> None:
    """Going back and forth draws none that the run would not have drawn."""
    graph = chain("Input", "Flatten", "Dropout", ("Dense", {"units": 10}))
    state, control = prepare(project(graph, data={"limit": 100})), Control(paused=True, attended=True)
    events = run(state, control)
    until(protocol.RunPaused, events)
    state.module.get_submodule("dense1").register_forward_hook(lambda *given: given[-1] * float("nan"))
    drawn = torch.get_rng_state()
    x, _ = state.samples.first(state.samples.batch_size)
    torch.nn.functional.dropout(torch.ones_like(x.flatten(1)), 0.5)
    after = torch.get_rng_state()
    torch.set_rng_state(drawn)
    control.step_once()
    until(protocol.RunPaused, events)
    assert torch.equal(torch.get_rng_state(), after)
    control.abort()
    list(events)


@pytest.mark.parametrize("epochs_before", [0, 2])
def test_steps_are_taken_again_with_the_same_batches_and_random_numbers(epochs_before: int) -> None:
    """Pictures shifted at random, dropout and Adam's memory: what the last layer sees is bit by bit what it saw."""
    graph = chain("Input", "Flatten", ("Dense", {"units": 8}), "Dropout", ("Dense", {"units": 10}))
    data = {"limit": 200, "augmentation": {"shift": 0.2}}
    state = prepare(project(graph, data=data, epochs=9, batch_size=10))
    seen: list[torch.Tensor] = []

    def look(found: torch.nn.Module, inputs: tuple[torch.Tensor], _given: object) -> None:
        if found.training and torch.is_grad_enabled():
            seen.append(inputs[0].detach().clone())

    state.module.get_submodule("dense2").register_forward_hook(look)
    fails = epochs_before * state.samples.steps_per_epoch + 12
    spoiling(state, "dense2", fails)
    failed = until(protocol.Diverged, run(state, Control(attended=True)))[-1]
    assert isinstance(failed, protocol.Diverged)
    assert f"in training step {fails:,} the weights of Dense 2 became" in failed.message
    steps = fails - failed.step
    assert steps > 0
    for number, again in enumerate(seen[-steps:]):
        assert torch.equal(again, seen[failed.step + number])


def test_the_samples_are_shown_of_the_weights_that_are_kept() -> None:
    state, control = prepare(steep()), Control(attended=True)
    found = until(protocol.Diverged, run(state, control))
    diverged, shown = found[-1], [event for event in found if isinstance(event, protocol.Predictions)]
    assert isinstance(diverged, protocol.Diverged)
    assert shown[-1].step == diverged.step
    assert np.isfinite(shown[-1].confidence).all()
