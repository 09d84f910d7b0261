"""What was seen, said and kept of weights is not told of others: of a bundle that trains on, of a branch, of an epoch
that came back.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from playground import protocol
from playground.core.project import DataSettings, EarlyStopping, OptimizerSettings, Project
from playground.engine.checkpoint import save_bundle
from playground.engine.control import Control
from playground.engine.data import DataError
from playground.engine.errors import CannotTrain
from playground.engine.frozen import frozen
from playground.engine.judged import Verdicts
from playground.engine.lenses import Kind, begin, each_time
from playground.engine.loop import prepare, run
from playground.engine.moments import Moment, Moments, Past, branched, moments as moments_module
from playground.engine.probes import Snapshot
from playground.engine.runner import Runner
from playground.engine.state import TrainingState
from playground.engine.watching import Watching
from playground.protocol import Boundary, Brought, Confusion, Flow, Histograms, Landscape, Layers, Seen, Unseen
from playground.protocol.lenses import Lens
from playground.training.starting import starting_project


def small(epochs: int = 1, dataset: str = "moons", **training: object) -> Project:
    found = starting_project("supervised", DataSettings(dataset=dataset, limit=200))
    return found.replace(training=found.training.replace(epochs=epochs, device="cpu", **training))


def network_of(made: Project) -> str:
    return next(iter(made.networks))


def trained(made: Project, moments: Moments | None = None) -> TrainingState:
    state = prepare(made, run=1)
    assert isinstance(list(run(state, moments=moments))[-1], protocol.RunFinished)
    return state


def weights(state: TrainingState) -> dict[str, torch.Tensor]:
    return {name: tensor.clone() for name, tensor in state.module.state_dict().items()}


def equal(one: dict[str, torch.Tensor], other: dict[str, torch.Tensor]) -> bool:
    return all(torch.equal(one[name], other[name]) for name in one)


def looked_at(state: TrainingState, *lenses: Lens) -> dict[type, Seen]:
    """By somebody who has never looked before, until all is seen."""
    waiting: list[bool] = []
    watching, found = Watching(again=lambda: waiting.append(True)), {}
    watching.watch(protocol.Watch(lenses))
    events = list(watching.rest(state))
    while waiting:
        waiting.pop()
        events += watching.go_on(state)
    for event in events:
        assert isinstance(event, Seen), event
        found[type(event.lens)] = event
    return found


def test_a_bundle_that_trains_on_is_seen_as_it_is_then(tmp_path: Path) -> None:
    made, path = small(), tmp_path / "one.playground"
    save_bundle(trained(made), path)
    network = network_of(made)
    layer = next(node.id for node in made.networks[network].nodes if node.type == "Dense")
    lenses = (Boundary(network), Histograms(network, layer))
    events: list[protocol.Event] = []
    jobs: list[Callable[[], None]] = []
    runner = Runner(events.append, jobs.append)
    runner.open_bundle(protocol.OpenBundle(7, str(path), None))
    runner.watch(protocol.Watch(lenses))
    runner.look()
    while jobs:
        jobs.pop(0)()
    runner.go_on(protocol.Resume(7, None), Control())
    while jobs:
        jobs.pop(0)()
    assert runner._state is not None
    fresh = looked_at(runner._state, *lenses)
    newest = {type(event.lens): event for event in events if isinstance(event, Seen)}
    for kind, seen in fresh.items():
        assert newest[kind].step == seen.step
    np.testing.assert_array_equal(
        newest[Boundary].sight.plane.values,
        fresh[Boundary].sight.plane.values,  # type: ignore[attr-defined]
    )
    np.testing.assert_array_equal(
        newest[Histograms].sight.moment.counts,
        fresh[Histograms].sight.moment.counts,  # type: ignore[attr-defined]
    )
    runner.close()


STOPS_EARLY = EarlyStopping(on=True, patience=2, restore_best=True)


def test_after_the_best_weights_came_back_they_are_seen_kept_and_branched_from(tmp_path: Path) -> None:
    made = small(30, learning_rate=0.3, early_stopping=STOPS_EARLY)
    lens, watching, seen = Layers(network_of(made)), Watching(), None
    watching.watch(protocol.Watch((lens,)))
    state, moments = prepare(made, run=1), Moments(folder=tmp_path)
    for event in run(state, Control(pace=1e-4), watching, moments):
        seen = event if isinstance(event, Seen) else seen
        if isinstance(event, protocol.RunFinished):
            assert "restored" in event.note
    assert seen is not None
    fresh = looked_at(state, lens)[Layers]
    for path, layer in fresh.sight.layers.items():  # type: ignore[attr-defined]
        values = seen.sight.layers[path].values  # type: ignore[attr-defined]
        np.testing.assert_allclose(values, layer.values, rtol=1e-5, atol=1e-7)
    kept, _ = moments.weights(moments.steps[-1])
    assert equal(kept, weights(state))
    moments.close()


def test_a_step_that_is_taken_once_more_is_seen_anew() -> None:
    """Numbers broke down, the run went back, and with a lower rate it came to the same step with other weights."""
    state = prepare(small(), run=1)
    before, lens = Snapshot.of(state), Boundary(network_of(state.project))
    waiting: list[bool] = []
    watching = Watching(again=lambda: waiting.append(True))
    watching.watch(protocol.Watch((lens,)))

    def seen() -> np.ndarray:
        events = list(watching.rest(state))
        while waiting:
            waiting.pop()
            events += watching.go_on(state)
        return events[-1].sight.plane.certainty  # type: ignore[attr-defined, no-any-return]

    def steps(rate: float) -> np.ndarray:
        state.set_learning_rate(rate)
        control = Control(paused=True)
        for event in run(state, control):
            if isinstance(event, protocol.RunPaused):
                control.stop() if event.step == 2 else control.step_once()
            elif isinstance(event, protocol.RunFinished):
                break
        assert state.position.step == 2
        return seen()

    first, version = steps(0.1), state.version
    before.put_back(state)
    assert len({version, state.version, frozen(state).version}) == 2  # a copy has the same
    second = steps(0.001)
    assert state.version > version
    fresh = looked_at(state, lens)[Boundary].sight.plane.certainty  # type: ignore[attr-defined]
    np.testing.assert_allclose(second, fresh, atol=1e-6)
    assert np.abs(first - second).max() > 0.01


def test_verdicts_on_weights_that_went_are_forgotten() -> None:
    made = small(30, "digits", learning_rate=0.03, early_stopping=EarlyStopping(on=True, patience=1, restore_best=True))
    state = trained(made)
    lens = Confusion(network_of(made), "validation")
    counts = looked_at(state, lens)[Confusion].sight.counts  # type: ignore[attr-defined]
    with state.evaluating():
        ((x, y),) = state.samples.part("validation", 10_000)
        said = state.task.predict(x).argmax(1)
    assert np.trace(counts) == int((said == y).sum())


@pytest.mark.parametrize("room", [10**9, 1])
def test_the_weights_that_went_are_not_kept_in_the_place_of_those_that_came_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    """Also where the disk is slow and moments are left out."""
    monkeypatch.setattr(moments_module, "_MOST_WAITING", room)
    monkeypatch.setattr(Moment, "write", slowly(Moment.write))
    made = small(30, learning_rate=0.3, early_stopping=STOPS_EARLY)
    state, moments = prepare(made, run=1), Moments(folder=tmp_path)
    end = list(run(state, moments=moments))[-1]
    assert "restored" in end.note  # type: ignore[attr-defined]
    if state.position.step in moments.steps:
        assert equal(moments.weights(state.position.step)[0], weights(state))
    if room > 1:
        assert state.position.step in moments.steps
    assert all(weight.grad is None for weight in state.module.parameters())
    moments.close()


def slowly(write: Callable[[Moment, Path], None]) -> Callable[[Moment, Path], None]:
    def written(moment: Moment, path: Path) -> None:
        threading.Event().wait(0.2)  # a disk that takes so long
        write(moment, path)

    return written


def test_who_looks_back_in_an_evaluation_can_go_on_looking_back(tmp_path: Path) -> None:
    state, moments = prepare(small(2), run=1), Moments(folder=tmp_path)
    list(run(state, moments=moments))
    network, watching = network_of(state.project), Watching()
    watching.remember(Past(moments))
    for step, within in ((moments.steps[0], True), (moments.steps[1], False), (moments.steps[0], False)):
        watching.watch(protocol.Watch((Layers(network), Flow(network)), at=step))
        with torch.inference_mode(within):
            events = list(watching.rest(state))
        assert [event.step for event in events if isinstance(event, Seen)] == [step, step]
    watching.remember(None)
    moments.close()


def test_a_landscape_is_around_the_weights_that_came_back() -> None:
    state = trained(small(2))
    lens, away = Landscape(network_of(state.project), size=3), Snapshot.of(state)
    watching, waiting = Watching(again=lambda: waiting.append(True)), []
    watching.watch(protocol.Watch((lens,)))

    def seen() -> protocol.LandscapeSeen:
        found = list(watching.rest(state))
        while waiting:
            waiting.pop()
            found += watching.go_on(state)
        return found[-1].sight  # type: ignore[attr-defined, no-any-return]

    first = seen()
    with torch.no_grad():
        for weight in state.module.parameters():
            weight.mul_(0.3)
    state.renewed()  # of the same step
    second, fresh = seen(), looked_at(state, lens)[Landscape].sight
    np.testing.assert_allclose(second.losses, fresh.losses, rtol=1e-4)  # type: ignore[attr-defined]
    np.testing.assert_allclose(second.path[-1], fresh.path[-1], rtol=1e-4, atol=1e-6)  # type: ignore[attr-defined]
    assert abs(first.path[-1][2] - second.path[-1][2]) > 0.01
    away.put_back(state)
    np.testing.assert_allclose(seen().path[-1], first.path[-1], rtol=1e-4, atol=1e-6)


def test_words_on_mistakes_are_those_of_the_weights_of_now() -> None:
    """The same samples are mistaken, for other classes."""
    state = trained(small(1, "digits"))
    names = state.samples.arrays.dataset.target.names
    lens, study = Confusion(network_of(state.project), "validation"), begin(Confusion(""))
    for shift in (1, 2):
        truth = state.samples.stored("validation", np.arange(state.samples.count("validation")))[1]
        said = (truth + shift) % len(names)
        told = Verdicts(truth.astype(np.uint8), said.astype(np.uint8), np.ones(len(truth), np.float32))
        state.judged.note("validation", state.position.step, 1.0, told)
        with state.evaluating():
            shown = study.look(state, lens, {}).shown  # type: ignore[attr-defined]
        assert shown.said == tuple(names[said[number]] for number in shown.numbers)
        assert len(shown.numbers) > 1


def test_who_looks_back_adds_nothing_to_what_the_run_was_told(tmp_path: Path) -> None:
    state, moments, control = prepare(small(3, "digits"), run=1), Moments(folder=tmp_path), Control()
    list(run(state, control, moments=moments))
    told = [known.step for known in state.judged.of("validation", 10**9)]
    watching, waiting = Watching(again=lambda: waiting.append(True)), []
    watching.remember(Past(moments))
    step = next(step for step in moments.steps if step not in told)
    watching.watch(protocol.Watch((Confusion(network_of(state.project), "validation"),), at=step))
    seen = list(watching.rest(state))
    while waiting:
        waiting.pop()
        seen += watching.go_on(state)
    assert seen[-1].sight.at.step == step  # type: ignore[attr-defined]
    assert [known.step for known in state.judged.of("validation", 10**9)] == told
    watching.remember(None)
    moments.close()


def test_a_branch_has_the_rate_that_the_run_went_on_with(tmp_path: Path) -> None:
    state, moments, control, at = prepare(small(3), run=1), Moments(folder=tmp_path), Control(), 0
    for event in run(state, control, moments=moments):
        if isinstance(event, protocol.EpochDone) and event.epoch == 2:
            control.pause()
        if isinstance(event, protocol.RunPaused):
            at = event.step
            control.set_learning_rate(0.0007)
            control.resume()
    branch = branched(state, moments.get(at), 2)
    assert branch.learning_rate == 0.0007
    list(run(branch))
    assert equal(weights(branch), weights(state))
    moments.close()


def test_a_branch_leaves_its_moment_and_its_parents_verdicts_as_they_are() -> None:
    state = trained(small(1, "digits", optimizer=OptimizerSettings()))
    moment = Moment.of(state)
    before = {name: tensor.clone() for name, tensor in moment.tensors.items()}
    branch = branched(state, moment, 2)
    told = [known.step for known in state.judged.of("validation", 10**9)]
    list(run(branch))
    assert equal(before, dict(moment.tensors))
    assert [known.step for known in state.judged.of("validation", 10**9)] == told


def test_a_warm_up_stands_where_it_stood() -> None:
    made = starting_project("vae", DataSettings(dataset="digits", limit=100))
    made = made.replace(
        task=made.task.replace(params={**made.task.params, "warm_up": 4}),
        training=made.training.replace(epochs=2, device="cpu"),
    )
    state = trained(made)
    branch = branched(state, Moment.of(state), 2)
    assert state.task.kl_weight > 0.2  # type: ignore[attr-defined]
    assert branch.task.kl_weight == pytest.approx(state.task.kl_weight, abs=0.1)  # type: ignore[attr-defined]


def test_however_often_one_rests_what_is_left_is_asked_for_once() -> None:
    made = small()
    state, asked = prepare(made, run=1), []
    watching = Watching(again=lambda: asked.append(True))
    slow = Landscape(network_of(made), size=101)
    for number in range(5):  # a pen that moves while a landscape is worked out
        lenses = (slow, Layers(network_of(made), Brought(number)))
        watching.watch(protocol.Watch(lenses, {number: np.zeros(2, np.float32)}))
        list(watching.rest(state, new=True))
    assert asked == [True]
    list(watching.go_on(state))
    assert asked == [True, True]


@pytest.mark.parametrize(
    "error",
    [DataError("samples.npy is gone.", "Put it back."), OSError("gone"), AttributeError("x"), CannotTrain("No.", "")],
)
def test_whatever_a_look_meets_is_words(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> protocol.LayersSeen:
        raise error

    from playground.engine import lenses

    monkeypatch.setitem(lenses.KINDS, Layers, Kind(each_time(fails)))
    made = small()
    watching = Watching()
    watching.watch(protocol.Watch((Layers(network_of(made)),)))
    (event,) = watching.rest(prepare(made, run=1))
    assert isinstance(event, Unseen)
    assert str(error).split(".")[0] in event.message
