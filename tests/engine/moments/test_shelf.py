"""Runs that were left for others: what is kept of them, and that going back to them is exact."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from networks import classifier

from playground import protocol
from playground.core.files import dump_project
from playground.engine.control import Control
from playground.engine.loop import prepare, run
from playground.engine.moments import Left, Moments, Shelf, Unreadable, fork, found
from playground.engine.runner import Runner
from playground.engine.state import Position, TrainingState

PROJECT = classifier(epochs=2, batch_size=200)
TEXT = dump_project(PROJECT)


@pytest.fixture(scope="module")
def uninterrupted() -> TrainingState:
    state = prepare(PROJECT, device="cpu")
    list(run(state))
    return state


@pytest.fixture(scope="module")
def state() -> TrainingState:
    return prepare(PROJECT, device="cpu")


def paused_after(
    runner: Runner, told: list[protocol.Event], command: protocol.Start | protocol.TakeUp, step: int
) -> Control:
    """Train to ``step``, then leave it there: its control is aborted, as when another run takes its place."""
    control = Control(paused=True)

    def tell(event: protocol.Event) -> None:
        told.append(event)
        if isinstance(event, protocol.RunPaused):
            control.step_once() if event.step < step else control.abort()

    runner._tell = tell
    (runner.start if isinstance(command, protocol.Start) else runner.take_up)(command, control)
    return control


def kept(told: list[protocol.Event]) -> list[tuple[int, int]]:
    last = [event for event in told if isinstance(event, protocol.RunsKept)][-1]
    return [(each.run, each.step) for each in last.runs]


def assert_same_end(mine: TrainingState | None, whole: TrainingState) -> None:
    assert mine is not None
    assert mine.position == whole.position
    theirs = whole.module.state_dict()
    assert all(torch.equal(tensor, theirs[name]) for name, tensor in mine.module.state_dict().items())
    for name, series in whole.history.series.items():
        if name.startswith("loss/"):
            assert [column.tolist() for column in mine.history.series[name].arrays()] == [
                column.tolist() for column in series.arrays()
            ]


def test_a_run_that_another_replaced_goes_on_as_if_it_had_not_been(uninterrupted: TrainingState) -> None:
    told: list[protocol.Event] = []
    runner = Runner(told.append)
    paused_after(runner, told, protocol.Start(1, TEXT), 3)
    paused_after(runner, told, protocol.Start(2, dump_project(classifier(epochs=1, batch_size=300))), 1)
    assert kept(told) == [(1, 3)]
    runner.take_up(protocol.TakeUp(1, TEXT), Control())
    assert kept(told) == [(2, 1)]  # which was left in its turn
    started = [event for event in told if isinstance(event, protocol.RunStarted)][-1]
    assert (started.run, started.resumed_step, started.parent) == (1, 3, None)
    assert_same_end(runner._state, uninterrupted)
    steps = [event.steps for event in told if isinstance(event, protocol.Snapshots) and event.run == 1]
    assert steps[-1][0] == 0  # and its earlier steps can be looked at as before
    runner.forget(1)
    assert kept(told)[-1] == (1, uninterrupted.position.step)
    runner.take_up(protocol.TakeUp(7, TEXT), Control())
    assert isinstance(told[-1], protocol.RunFailed)
    assert "gone" in told[-1].message
    runner.close()


def test_what_a_killed_process_left_goes_on_too(uninterrupted: TrainingState) -> None:
    told: list[protocol.Event] = []
    killed = Runner(told.append)
    paused_after(killed, told, protocol.Start(1, TEXT), 3)
    assert killed._moments is not None
    assert killed._state is not None
    wait(killed._moments)
    place = killed._moments.folder.place
    history = json.loads(json.dumps(killed._state.history.to_dict()))
    release(killed._moments)
    again: list[protocol.Event] = []
    runner = Runner(again.append)
    runner.serve(protocol.Rescue(1, place, 3))
    assert kept(again) == [(1, 3)]
    runner.take_up(protocol.TakeUp(1, TEXT, history=history), Control())
    assert_same_end(runner._state, uninterrupted)
    runner.close()
    assert not Path(place).exists()


def test_the_last_snapshot_that_is_whole_is_found(tmp_path: Path, state: TrainingState) -> None:
    left = filled(tmp_path, state, (1, 2, 3, 4))
    place = Path(left.folder.place)
    release(left)
    (place / "3.safetensors").write_bytes((place / "3.safetensors").read_bytes()[:-8])
    (place / "5.new").write_bytes(b"half of it")
    taken = found(place, 3)
    assert taken.steps == (1, 2)
    assert sorted(file.name for file in place.iterdir()) == ["1.safetensors", "2.safetensors", "owner"]
    with pytest.raises(OSError, match="was not left"):
        found(place, 3)  # it is in use
    taken.close()
    assert not place.exists()


def test_where_nothing_was_left_nothing_is_kept(tmp_path: Path, state: TrainingState) -> None:
    told: list[tuple[Left, ...]] = []
    shelf = Shelf(told.append)
    shelf.rescue(1, tmp_path / "gone", 9)
    left = filled(tmp_path, state, (1,))
    place = Path(left.folder.place)
    release(left)
    (place / "1.safetensors").write_bytes(b"damaged")
    shelf.rescue(2, place, 9)
    untrained = filled(tmp_path, state, (0, 4))
    release(untrained)
    shelf.rescue(3, Path(untrained.folder.place), 3)
    assert told == [(), (), ()]
    assert not list(tmp_path.iterdir())


def test_a_fork_shares_files_and_neither_side_touches_the_others(tmp_path: Path, state: TrainingState) -> None:
    parent = filled(tmp_path, state, (1, 2, 3))
    branch = fork(parent, 2)
    assert branch.steps == (1, 2)
    assert branch.file(1).samefile(parent.file(1))
    parent.rewind(1)
    assert branch.get(2).step == 2
    branch.close()
    assert parent.get(1).step == 1
    parent.close()


def test_the_shelf_is_bounded_and_the_latest_stays(tmp_path: Path, state: TrainingState) -> None:
    told: list[tuple[Left, ...]] = []
    one = filled(tmp_path, state, (1,))
    size = one.nbytes
    one.close()
    shelf = Shelf(told.append, most=3, most_bytes=round(4.5 * size))
    for number in (1, 2, 3, 4):
        shelf.put(Left(number, filled(tmp_path, state, (1, 2))))
    assert [(left.run, left.moments.steps) for left in told[-1]] == [(2, (2,)), (3, (2,)), (4, (1, 2))]
    shelf.close()
    tight = Shelf(told.append, most_bytes=size // 2)
    for number in (5, 6):
        tight.put(Left(number, filled(tmp_path, state, (1, 2))))
    assert [(left.run, left.moments.steps) for left in told[-1]] == [(6, (2,))]
    tight.close()
    assert tight.runs == ()


def test_a_run_that_has_not_trained_or_cannot_be_kept_is_let_go(tmp_path: Path, state: TrainingState) -> None:
    told: list[tuple[Left, ...]] = []
    shelf = Shelf(told.append)
    state.position = Position(0, 0, 0)
    shelf.leave(state, filled(tmp_path, state, (0,)))
    state.position = Position(0, 5, 5)
    shelf.leave(state, Moments(folder=tmp_path, most_bytes=10))
    assert not told
    assert not list(tmp_path.iterdir())


def filled(parent: Path, state: TrainingState, steps: tuple[int, ...]) -> Moments:
    """With a moment of each of ``steps``, all on disk."""
    moments, before = Moments(folder=parent), state.position
    for step in steps:
        state.position = Position(0, step, step)
        moments.keep(state)
    state.position = before
    wait(moments)
    return moments


def wait(moments: Moments) -> None:
    while (writer := moments._writer) is not None:
        writer.join()


def release(moments: Moments) -> None:
    """As the system does when a process ends in whatever way."""
    assert moments.folder._owner is not None
    moments.folder._owner.release()


def test_unreadable_files_are_told_as_such(tmp_path: Path, state: TrainingState) -> None:
    left = filled(tmp_path, state, (1,))
    place = Path(left.folder.place)
    release(left)
    left.file(1).unlink()
    with pytest.raises(Unreadable):
        found(place, 9)
