"""Slow motion: so long lies between two steps, each is shown by itself, and every order ends the wait at once."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from playground import protocol
from playground.core.project import DataSettings
from playground.engine.control import Control
from playground.engine.loop import prepare, run
from playground.engine.session import Session
from playground.engine.state import TrainingState
from playground.engine.watching import Watching
from playground.protocol import Game
from playground.training.starting import starting_project

FOREVER, LONG = 3600.0, 30.0


class Run:
    """A real loop in a thread of its own; events come in a queue, with the time at which they came."""

    def __init__(self, control: Control, watching: Watching | None = None, steps: int | None = None) -> None:
        project = starting_project("gan", DataSettings(dataset="ring", limit=200))
        training = project.training.replace(epochs=3, batch_size=64)
        self.state: TrainingState = prepare(project.replace(training=training), device="cpu")
        self.control, self.events = control, queue.Queue[tuple[float, Any]]()
        self._watching, self._steps = watching, steps
        self.thread = threading.Thread(target=self._work)

    def _work(self) -> None:
        for event in run(self.state, self.control, self._watching):
            self.events.put((time.monotonic(), event))
            if isinstance(event, protocol.Progress) and event.step == self._steps:
                self.control.abort()

    def wait_for(self, kind: type, found: Callable[[Any], bool] = lambda _: True) -> tuple[float, Any]:
        while True:
            at, event = self.events.get(timeout=LONG)
            if isinstance(event, kind) and found(event):
                return at, event


@pytest.fixture
def running() -> Iterator[Callable[..., Run]]:
    made: list[Run] = []

    def begin(control: Control, **more: Any) -> Run:
        made.append(Run(control, **more))
        made[-1].thread.start()
        return made[-1]

    yield begin
    for each in made:
        each.control.abort()
        each.thread.join(LONG)
        assert not each.thread.is_alive()


def test_so_long_lies_between_two_steps_and_each_is_told(running: Callable[..., Run]) -> None:
    runs = running(Control(pace=0.04), steps=4)
    runs.thread.join(LONG)
    told = [(at, event) for at, event in list(runs.events.queue) if isinstance(event, protocol.Progress)]
    told = [(at, event) for at, event in told if protocol.TRAIN_LOSS in event.series]
    assert [event.step for _, event in told] == [1, 2, 3, 4]
    times = [at for at, _ in told]
    # a step may be told a little late, the next is not: together they are never early
    assert times[-1] - times[0] >= 3 * 0.04 - 0.02
    left = runs.state.epochs * runs.state.samples.steps_per_epoch - 1
    assert told[0][1].seconds_left >= 0.04 * left * 0.95  # the waits are part of what is left
    assert runs.state.seconds < 3 * 0.04  # and no part of the time that training took


def test_the_first_step_does_not_wait_and_a_pause_ends_the_wait(running: Callable[..., Run]) -> None:
    runs = running(Control(pace=FOREVER))
    runs.wait_for(protocol.Progress)
    runs.control.pause()
    assert runs.wait_for(protocol.RunPaused)[1].step == 1
    runs.control.step_once()  # single steps do not wait
    assert runs.wait_for(protocol.RunPaused)[1].step == 2


def test_stop_ends_the_wait(running: Callable[..., Run]) -> None:
    runs = running(Control(pace=FOREVER))
    runs.wait_for(protocol.Progress)
    runs.control.stop()
    assert runs.wait_for(protocol.RunFinished)[1].step == 1


def test_another_pace_is_heeded_in_the_midst_of_a_wait(running: Callable[..., Run]) -> None:
    runs = running(Control(pace=FOREVER))
    runs.wait_for(protocol.Progress)
    runs.control.set_pace(0.0)
    finished = runs.wait_for(protocol.RunFinished)[1]
    assert (finished.reason, finished.step) == ("finished", 3 * runs.state.samples.steps_per_epoch)


def test_work_between_two_steps_does_not_shorten_the_wait(running: Callable[..., Run]) -> None:
    runs = running(Control(pace=FOREVER))
    runs.wait_for(protocol.Progress)
    for _ in range(3):
        done = threading.Event()
        assert runs.control.submit(done.set)
        assert done.wait(LONG)
    runs.control.pause()
    assert runs.wait_for(protocol.RunPaused)[1].step == 1


def test_every_step_is_looked_at(running: Callable[..., Run]) -> None:
    watching = Watching()
    watching.watch(protocol.Watch((Game("Generator"),)))
    runs = running(Control(pace=0.001), watching=watching, steps=5)
    runs.thread.join(LONG)
    seen = [event for _, event in list(runs.events.queue) if isinstance(event, protocol.Seen)]
    assert [event.step for event in seen][:5] == [1, 2, 3, 4, 5]
    assert seen[0].sight.learned == ("Discriminator",)  # which learns three times for each time of the generator
    assert seen[2].sight.learned == ("Discriminator", "Generator")


def test_nobody_spins_while_waiting() -> None:
    control, began, used = Control(pace=0.15), time.monotonic(), time.thread_time()
    assert not control.linger(began)
    assert time.monotonic() - began >= 0.15
    assert time.thread_time() - used < 0.03
    assert not control.linger(began)  # it is due


def test_the_front_desk_keeps_the_pace_for_runs_to_come() -> None:
    """Set before there is a run, heeded by the one under way, and by the next."""
    given: list[Control] = []

    class Executor:
        def start(self, _command: protocol.Start, control: Control) -> None:
            given.append(control)

        def __getattr__(self, _name: str) -> Any:
            return lambda *_: None

    session = Session()
    session.receive(protocol.SetPace(0.5))
    session.receive(protocol.Start(1, ""))
    session.receive(protocol.Start(2, ""))
    session.receive(protocol.SetPace(2.0))
    session.receive(protocol.Shutdown())
    session.work(Executor())  # type: ignore[arg-type]
    assert [control.pace for control in given] == [0.5, 2.0]
