"""Who opens a lens is answered at once and alone; who opens one again is told again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest
from networks import classifier

from playground.engine import lenses
from playground.engine.control import Control
from playground.engine.lenses import Kind
from playground.engine.lenses.study import each_time
from playground.engine.loop import prepare
from playground.engine.state import TrainingState
from playground.engine.watching import Watching
from playground.protocol import Brought, FromData, Layers, Seen, Sight, Watch


@dataclass(frozen=True, slots=True)
class Looked(Sight):
    number: int


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The lenses that were looked through, instead of a look that takes its time."""
    found: list[object] = []

    def look(_state: TrainingState, lens: Layers, _brought: dict[int, np.ndarray]) -> Looked:
        found.append(lens.subject)
        return Looked(len(found))

    monkeypatch.setitem(lenses.KINDS, Layers, Kind(each_time(look)))
    return found


@pytest.fixture(scope="module")
def state() -> TrainingState:
    made = classifier()
    return prepare(made.replace(data=made.data.replace(limit=40)), device="cpu")


def lens(subject: Brought | FromData) -> Layers:
    return Layers("Classifier", subject)


def test_a_drawing_does_not_wait_for_what_is_open_already(state: TrainingState, looked: list[object]) -> None:
    watching, known = Watching(), FromData("test", 1)
    watching.watch(Watch((lens(known),)))
    list(watching.rest(state))
    state.renewed()  # it learns: what is open has its turn
    watching.watch(Watch((lens(known), lens(Brought(1))), {1: np.zeros((28, 28), np.uint8)}))
    told = list(watching.rest(state, new=True))
    assert looked == [known, Brought(1)]
    assert [event.lens for event in told if isinstance(event, Seen)] == [lens(Brought(1))]
    assert list(watching.some(state)) == []  # the others wait while one draws
    list(watching.rest(state))  # when it rests, all are shown
    assert looked == [known, Brought(1), known]


def test_one_that_was_closed_and_is_opened_again_is_told_again(state: TrainingState, looked: list[object]) -> None:
    watching, known = Watching(), FromData("test", 1)
    watching.watch(Watch((lens(known),)))
    list(watching.rest(state, new=True))
    assert list(watching.rest(state, new=True)) == []
    watching.watch(Watch(()))
    watching.watch(Watch((lens(known),)))
    assert len(list(watching.rest(state, new=True))) == 1
    assert looked == [known, known]


def test_looks_are_taken_apart_from_other_jobs() -> None:
    """An evaluation does them between its batches; a job that may change something waits for its end."""
    control, done = Control(), list[str]()
    control.submit(lambda: done.append("save"))
    control.submit_look(lambda: done.append("look"))
    for job in control.take_looks():
        job()
    assert done == ["look"]
    assert control.take_looks() == ()
    for job in control.take().jobs:
        job()
    assert done == ["look", "save"]
    control.submit_look(lambda: done.append("again"))
    for job in control.take().looks:
        job()
    assert done[-1] == "again"
    control.submit_look(lambda: done.append("left"))
    control.submit(lambda: done.append("last"))
    for job in control.close().jobs:
        job()
    assert done[-2:] == ["left", "last"]
    assert not control.submit_look(lambda: done.append("never"))
