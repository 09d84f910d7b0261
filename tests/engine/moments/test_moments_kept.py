"""How many moments are kept, where, and what becomes of them."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from hypothesis import given, strategies as st
from networks import classifier

from playground import protocol
from playground.core.files import dump_project
from playground.engine.control import Control
from playground.engine.loop import prepare
from playground.engine.moments import Moments, Unreadable
from playground.engine.moments.folder import Folder
from playground.engine.moments.thinning import superfluous
from playground.engine.runner import Runner
from playground.engine.state import Position, TrainingState


@pytest.fixture(scope="module")
def state() -> TrainingState:
    return prepare(classifier(batch_size=500), device="cpu")


@pytest.fixture
def moments(tmp_path: Path) -> Iterator[Moments]:
    made = Moments(folder=tmp_path)
    yield made
    made.close()


def written(moments: Moments) -> list[Path]:
    while (writer := moments._writer) is not None:
        writer.join()
    return sorted(moments.folder.path().glob("*.safetensors"))


@given(st.integers(4, 12), st.lists(st.integers(1, 9), min_size=20, max_size=80), st.sets(st.integers(0, 80)))
def test_what_is_left_is_evenly_spread(most: int, gaps: list[int], ends: set[int]) -> None:
    steps, step = [0], 0
    for gap in gaps:
        step += gap
        steps.append(step)
        if len(steps) > most:
            steps.remove(superfluous(steps, {end for end in ends if end in steps}))
    assert (steps[0], steps[-1], len(steps)) == (0, step, most)
    widest = max(later - earlier for earlier, later in itertools.pairwise(steps))
    assert widest <= 3 * step / (most - 1) + 2 * 9  # twice as wide as even, times what the end of an epoch is worth


def test_first_newest_and_what_is_looked_at_stay() -> None:
    assert superfluous([0, 1, 2, 9], ()) == 1
    assert superfluous([0, 1, 2, 9], {1}) == 1  # between 0 and 2 a gap of 2, for 2 one of 8
    assert superfluous([0, 4, 8, 12], {8}) == 4
    assert superfluous([0, 4, 8, 12], (), held=8) == 4
    assert superfluous([0, 4, 12], (), held=4) == 0


def test_number_and_bytes_are_bounded(tmp_path: Path, state: TrainingState) -> None:
    told: list[tuple[int, ...]] = []
    size = sum(tensor.nbytes for tensor in state.module.state_dict().values())
    moments = Moments(lambda steps, note: told.append(steps), folder=tmp_path, most=8, most_bytes=10 * size)
    for step in range(0, 300, 3):
        state.position = Position(0, 0, step)
        moments.keep(state)
        assert len(moments.steps) <= 8
        assert moments.nbytes <= 10 * size
    assert told[-1] == moments.steps
    assert (moments.steps[0], moments.steps[-1]) == (0, 297)
    assert [path.stem for path in written(moments)] == sorted(map(str, moments.steps))
    assert sum(path.stat().st_size for path in written(moments)) <= 10 * size
    moments.close()
    large = Moments(folder=tmp_path, most_bytes=4 * size)
    for step in range(20):
        state.position = Position(0, 0, step)
        large.keep(state)
    assert (len(large.steps), large.steps[0], large.steps[-1]) == (3, 0, 19)  # a header takes some of four
    large.close()


def test_the_nearest_at_or_before_a_step_is_found(moments: Moments, state: TrainingState) -> None:
    assert moments.nearest(4) is None
    for step in (10, 20, 30):
        state.position = Position(0, 0, step)
        moments.keep(state)
    assert [moments.nearest(step) for step in (3, 10, 19, 20, 99)] == [10, 10, 10, 20, 30]
    moments.rewind(20)
    assert moments.steps == (10, 20)
    with pytest.raises(Unreadable):
        moments.get(30)


def test_what_is_kept_is_no_longer_the_runs(moments: Moments, state: TrainingState) -> None:
    state.position = Position(0, 0, 5)
    moments.keep(state)
    before = {name: tensor.clone() for name, tensor in state.module.state_dict().items()}
    with torch.no_grad():
        for weight in state.module.parameters():
            weight.add_(1)
    try:
        for _ in range(2):  # in memory or on disk, then on disk
            assert all(torch.equal(tensor, before[name]) for name, tensor in moments.weights(5)[0].items())
            written(moments)
    finally:
        state.module.load_state_dict(before)


def test_a_network_that_is_too_large_is_not_kept_and_that_is_said_once(tmp_path: Path, state: TrainingState) -> None:
    notes: list[str] = []
    moments = Moments(lambda steps, note: notes.append(note), folder=tmp_path, most_bytes=1000)
    for _ in range(3):
        moments.keep(state)
        moments.offer(state)
    assert moments.steps == ()
    assert notes == [moments.note]
    assert "cannot be looked at" in moments.note
    moments.close()


def test_a_disk_that_fails_ends_it_with_one_sentence(tmp_path: Path, state: TrainingState) -> None:
    notes: list[str] = []
    moments = Moments(lambda steps, note: notes.append(note), folder=tmp_path)
    state.position = Position(0, 0, 0)
    moments.keep(state)
    written(moments)
    shutil.rmtree(moments.folder.path())
    state.position = Position(0, 0, 1)
    moments.keep(state)
    assert moments.note
    assert [note for note in notes if note] == [moments.note]
    moments.close()


def test_folders_of_killed_processes_are_cleared_up(tmp_path: Path) -> None:
    killed = Folder(tmp_path)
    (killed.path() / "1.safetensors").write_bytes(b"x")
    assert killed._owner is not None
    killed._owner.release()  # as the system does when a process ends in whatever way
    left = killed.path()
    mine = Folder(tmp_path)
    assert mine.path().stat().st_mode & 0o077 == 0  # nobody else's business
    assert list(tmp_path.iterdir()) == [mine.path()]
    assert not left.exists()
    other = Folder(tmp_path)
    other.path()
    assert mine.path().exists()  # in use
    for folder in (mine, other):
        folder.remove()
    assert not list(tmp_path.iterdir())


def test_a_worker_tells_of_them_and_leaves_nothing(own_folders: Path) -> None:
    told: list[protocol.Event] = []
    runner = Runner(told.append)
    runner.start(protocol.Start(1, dump_project(classifier(epochs=2, batch_size=100))), Control())
    assert isinstance(told[-1], protocol.RunFinished)
    snapshots = [event for event in told if isinstance(event, protocol.Snapshots)]
    assert {event.run for event in snapshots} == {1}
    assert snapshots[-1].steps[0] == 0
    assert snapshots[-1].steps[-1] == told[-1].step
    folder = own_folders / "cache" / "neural-playground" / "snapshots"
    assert len(list(folder.iterdir())) == 1
    runner.branch(protocol.Branch(2, 1, 0), Control())
    started = next(event for event in told if isinstance(event, protocol.RunStarted) and event.run == 2)
    assert (started.parent, started.resumed_step) == (1, 0)
    assert isinstance(told[-1], protocol.RunFinished)
    runner.branch(protocol.Branch(3, 1, 0), Control())  # of a run that is gone
    assert isinstance(told[-1], protocol.RunFailed)
    assert runner._run == 2
    runner.forget(2)
    kept = [event for event in told if isinstance(event, protocol.RunsKept)][-1]
    assert [run.run for run in kept.runs] == [1, 2]  # both can be taken up again
    assert sorted(run.folder for run in kept.runs) == sorted(map(str, folder.iterdir()))
    runner.serve(protocol.Discard(1))
    assert len(list(folder.iterdir())) == 1
    runner.close()
    assert not list(folder.iterdir())
