"""The window asks about a run while it trains: the answers come between steps, and the run does not notice."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from networks import chain, project

from playground import protocol
from playground.core.files import dump_project
from playground.core.project import Project
from playground.engine.checkpoint import load_bundle, save_bundle
from playground.engine.data import load_data
from playground.engine.evaluating import evaluate, show_samples
from playground.engine.looking import LookingDesk, Source
from playground.engine.loop import prepare, run
from playground.engine.opened import Opened, resting_state
from playground.engine.previews import Previews
from playground.engine.runner import Runner
from playground.engine.session import Session
from playground.engine.slices import Slices
from playground.engine.trained import TrainedModel

SECONDS = 60.0
GRAPH = chain(
    "Input", "Flatten", ("Dense", {"units": 32, "activation": "ReLU"}), ("Dropout", {"rate": 0.2}),
    ("Dense", {"units": 10}),
)  # fmt: skip


def made(**training: object) -> Project:
    return project(GRAPH, data={"limit": 600}, **{"epochs": 6, "batch_size": 20, **training})


class Worker:
    """The worker's two threads, without a process."""

    def __init__(self) -> None:
        self.events: list[protocol.Event] = []
        self._changed = threading.Condition()
        self.session = Session()
        self.runner = Runner(self._tell, self.session.soon)
        self._thread = threading.Thread(target=self.session.work, args=(self.runner,))

    def __enter__(self) -> Worker:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.session.receive(protocol.Shutdown())
        self._thread.join(SECONDS)
        self.runner.close()
        assert not self._thread.is_alive()

    def _tell(self, event: protocol.Event) -> None:
        with self._changed:
            self.events.append(event)
            self._changed.notify_all()

    def ask(self, command: protocol.Command) -> None:
        self.session.receive(command)

    def wait(self, wanted: Callable[[protocol.Event], bool]) -> protocol.Event:
        with self._changed:
            assert self._changed.wait_for(lambda: any(map(wanted, self.events)), SECONDS), self.events[-3:]
            return next(event for event in self.events if wanted(event))


def is_answer(request: int) -> Callable[[protocol.Event], bool]:
    return lambda event: getattr(event, "request", None) == request


def test_a_run_under_way_is_evaluated_and_goes_on_as_if_nothing_had_been_asked() -> None:
    expected = prepare(made(), device="cpu")
    list(run(expected))
    with Worker() as worker:
        worker.ask(protocol.Start(1, dump_project(made(device="cpu"))))
        worker.wait(lambda event: isinstance(event, protocol.EpochDone))
        for request in range(5):
            worker.ask(protocol.Evaluate(request, 1))
            worker.ask(protocol.Predict(100 + request, 1, image=np.zeros((28, 28), np.uint8)))
        found = worker.wait(is_answer(4))
        assert isinstance(found, protocol.Evaluated), found
        assert found.report.samples == 360
        assert found.worst is not None
        assert found.worst.images is not None
        worker.ask(protocol.ShowSamples(50, 1, "test", (3, 5)))
        shown = worker.wait(is_answer(50))
        assert isinstance(shown, protocol.SamplesShown)
        assert np.array_equal(shown.samples.images, load_data(made().data).test_x[[3, 5], 0])
        told = worker.wait(is_answer(104))
        assert isinstance(told, protocol.Predicted)
        assert len(told.rows) == 1
        worker.wait(lambda event: isinstance(event, protocol.RunFinished))
        state = worker.runner._state
        assert state is not None
        for name, tensor in expected.module.state_dict().items():
            assert torch.equal(state.module.state_dict()[name], tensor), name
        ours, theirs = state.history.to_dict(), expected.history.to_dict()
        assert ours["epochs"] == theirs["epochs"]
        assert ours["series"]["loss/training"] == theirs["series"]["loss/training"]
        # and after its end, by the weights that it ended with
        worker.ask(protocol.Evaluate(60, 1))
        last = worker.wait(is_answer(60))
        assert isinstance(last, protocol.Evaluated)
        assert last.report == evaluate(expected)


def test_a_paused_run_answers(tmp_path: Path) -> None:
    with Worker() as worker:
        worker.ask(protocol.Start(1, dump_project(made(device="cpu")), paused=True))
        worker.wait(lambda event: isinstance(event, protocol.RunPaused))
        worker.ask(protocol.Evaluate(1, 1, "validation"))
        found = worker.wait(is_answer(1))
        assert isinstance(found, protocol.Evaluated)
        assert found.report.part == "validation"


def test_an_opened_bundle_shows_at_once_what_its_weights_say(tmp_path: Path) -> None:
    state = prepare(made(epochs=1), device="cpu")
    list(run(state))
    save_bundle(state, tmp_path / "b.playground")
    expected = Previews(state).events()[0]
    assert isinstance(expected, protocol.Predictions)
    with Worker() as worker:
        worker.ask(protocol.OpenBundle(7, str(tmp_path / "b.playground")))
        shown = worker.wait(lambda event: isinstance(event, protocol.Predictions))
        assert isinstance(shown, protocol.Predictions)
        assert isinstance(worker.events[0], protocol.BundleOpened)
        assert (shown.run, shown.step) == (7, 27)
        assert np.array_equal(shown.images, expected.images)
        assert np.array_equal(shown.predicted, expected.predicted)
        np.testing.assert_allclose(shown.confidence, expected.confidence, rtol=1e-5)
        # and what was looked at changes nothing of how it goes on
        worker.ask(protocol.Resume(7))
        again = worker.wait(lambda event: isinstance(event, protocol.RunStarted))
        assert isinstance(again, protocol.RunStarted)
        assert again.resumed_step == 27


def test_an_opened_bundle_without_its_data_fetches_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state = prepare(made(epochs=1), device="cpu")
    list(run(state))
    save_bundle(state, tmp_path / "b.playground")
    bundle = load_bundle(tmp_path / "b.playground")
    elsewhere = bundle.project.replace(data=bundle.project.data.replace(dataset="kmnist"))
    monkeypatch.setenv("PLAYGROUND_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    opened = Opened(dataclasses.replace(bundle, project=elsewhere), b"", None)
    assert resting_state(opened, 1) is None
    assert list(tmp_path.iterdir()) == [tmp_path / "b.playground"]


def test_an_opened_bundle_answers_without_being_trained_on(tmp_path: Path) -> None:
    state = prepare(made(epochs=1), device="cpu")
    list(run(state))
    save_bundle(state, tmp_path / "b.playground")
    x = load_data(made().data).test_x[:3]
    np.save(tmp_path / "x.npy", x)
    (tmp_path / "bad.png").write_bytes(b"")
    with Worker() as worker:
        worker.ask(protocol.OpenBundle(1, str(tmp_path / "b.playground")))
        worker.ask(protocol.Evaluate(1, 1))
        worker.ask(protocol.Predict(2, 1, paths=(str(tmp_path / "x.npy"), str(tmp_path / "bad.png"))))
        found = worker.wait(is_answer(1))
        assert isinstance(found, protocol.Evaluated), found
        assert found.report == evaluate(state)
        told = worker.wait(is_answer(2))
        assert isinstance(told, protocol.Predicted), told
        expected = TrainedModel.from_state(state).predict(x)
        np.testing.assert_allclose([row.values for row in told.rows], expected, rtol=1e-5)
        assert [row.row for row in told.rows] == ["sample 0", "sample 1", "sample 2"]
        assert len(told.problems) == 1
        assert "bad.png" in told.problems[0]


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (protocol.Evaluate(7, 1, "validation"), "validation part has no samples"),
        (protocol.ShowSamples(7, 1, "test", (9999,)), "not 9,999"),
        (protocol.Predict(7, 1, rows=((("a", 1.0),),)), "takes 1 × 28 × 28"),
        (protocol.Evaluate(7, 2), "no trained weights"),
    ],
)
def test_what_cannot_be_answered_is_told_in_words(command: protocol.Command, message: str) -> None:
    settings = project(GRAPH, data={"limit": 40, "validation": 0.0}, epochs=1, device="cpu")
    with Worker() as worker:
        worker.ask(protocol.Start(1, dump_project(settings)))
        worker.wait(lambda event: isinstance(event, protocol.RunFinished))
        worker.ask(command)
        failed = worker.wait(is_answer(7))
        assert isinstance(failed, protocol.RequestFailed), failed
        assert message in failed.message


def test_slices_take_turns_and_can_be_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("playground.engine.slices.SLICE_SECONDS", 0.0)  # every pause ends a slice
    order: list[str] = []

    def work(pause: Callable[[], None]) -> None:
        for number in range(3):
            order.append(f"work {number}")
            pause()

    slices = Slices(work)
    while not slices.go_on():
        order.append("step")
    assert order == ["work 0", "step", "work 1", "step", "work 2", "step"]
    ended = Slices(work)
    ended.go_on()
    before = len(order)
    ended.end()
    assert ended.done
    assert len(order) == before


def test_what_nobody_expected_is_told_in_words_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("nobody thought of this")

    monkeypatch.setattr("playground.engine.looking.evaluate", fail)
    with Worker() as worker:
        worker.ask(protocol.Start(1, dump_project(made(epochs=1, device="cpu"))))
        worker.wait(lambda event: isinstance(event, protocol.RunFinished))
        worker.ask(protocol.Evaluate(7, 1))
        failed = worker.wait(is_answer(7))
        assert isinstance(failed, protocol.RequestFailed), failed
        assert "failed unexpectedly" in failed.message
        assert "nobody thought of this" in failed.message


def test_while_a_second_report_is_made_samples_are_still_those_of_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("playground.engine.slices.SLICE_SECONDS", 0.0)  # every pause ends a slice
    state, told, later = prepare(made(epochs=1), device="cpu"), [], []
    desk = LookingDesk(told.append, later.append)

    def finish() -> None:
        while later:
            later.pop(0)()

    desk.ask(protocol.Evaluate(1, 1), Source(state))
    finish()
    first = show_samples(state, "test", (0, 1, 2))
    with torch.no_grad():
        for weight in state.module.parameters():
            weight.neg_()
    desk.ask(protocol.Evaluate(2, 1), Source(state))
    assert later, "the second report was ready at once"
    desk.ask(protocol.ShowSamples(3, 1, "test", (0, 1, 2), report=1), Source(state))
    finish()
    desk.ask(protocol.ShowSamples(4, 1, "test", (0, 1, 2), report=2), Source(state))
    desk.ask(protocol.ShowSamples(5, 1, "test", (0, 1, 2), report=1), Source(state))
    finish()
    desk.close()
    answers = {event.request: event for event in told}
    assert answers[3].samples.said == first.said
    second = show_samples(state, "test", (0, 1, 2))
    assert answers[4].samples.said == second.said
    assert second.said != first.said
    assert isinstance(answers[5], protocol.RequestFailed)
    assert answers[5].message == "The weights of this report are gone."


def test_a_report_says_how_far_it_is_and_can_be_left_undone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("playground.engine.slices.SLICE_SECONDS", 0.0)  # every pause ends a slice
    monkeypatch.setattr("playground.engine.looking.TELL_SECONDS", 0.0)
    monkeypatch.setattr("playground.engine.evaluating.report.EVALUATION_BATCH", 50)
    state, told, later = prepare(made(epochs=1), device="cpu"), [], []
    desk = LookingDesk(told.append, later.append)
    desk.ask(protocol.Evaluate(1, 1), Source(state))
    while later:
        later.pop(0)()
    *steps, report = told
    assert [(step.done, step.samples) for step in steps] == [(n, 360) for n in (50, 100, 150, 200, 250, 300, 350, 360)]
    assert isinstance(report, protocol.Evaluated) and report.report.samples == 360
    told.clear()
    desk.ask(protocol.Evaluate(2, 1), Source(state))
    later.pop(0)()
    desk.cancel(2)
    while later:
        later.pop(0)()
    assert isinstance(told[-1], protocol.RequestFailed) and told[-1].request == 2
    assert not any(isinstance(event, protocol.Evaluated) for event in told)
    told.clear()
    desk.ask(protocol.ShowSamples(3, 1, "test", (0,), report=1), Source(state))  # the last report is still there
    while later:
        later.pop(0)()
    assert isinstance(told[-1], protocol.SamplesShown)
    desk.close()
