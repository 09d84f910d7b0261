"""A look at something slow is short: one thing at first, then as many as there is time for."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from playground.engine.lenses import portions as module
from playground.engine.lenses.lattice import Lattice
from playground.engine.lenses.portions import Portions


class Clock:
    """Time goes by when somebody works."""

    def __init__(self) -> None:
        self.now = 100.0

    def perf_counter(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    found = Clock()
    monkeypatch.setattr(module, "time", found)
    return found


def worked(portions: Portions, clock: Clock, left: int, each: float) -> list[int]:
    """The numbers of one look at ``left`` things that take ``each`` seconds."""
    found = []
    for count in portions.within(lambda: left - sum(found)):
        found.append(count)
        clock.now += each * count
    return found


@pytest.mark.parametrize("each", [1e-5, 1e-3, 0.004])
def test_a_look_takes_no_longer_than_its_time(clock: Clock, each: float) -> None:
    portions = Portions(0.03)
    for _ in range(4):
        began = clock.now
        found = worked(portions, clock, 1000, each)
        assert clock.now - began <= 0.03 + 1e-9
        assert clock.now - began > 0.03 - each * max(found) or sum(found) == 1000
        assert found[0] >= 1


def test_what_cannot_be_cut_takes_what_it_takes_once_in_a_look(clock: Clock) -> None:
    portions = Portions(0.03)
    assert worked(portions, clock, 1000, 0.5) == [1]
    assert worked(portions, clock, 1000, 0.5) == [1]
    assert worked(portions, clock, 0, 0.5) == []


def test_it_grows_step_by_step_and_never_beyond_its_bound(clock: Clock) -> None:
    found = worked(Portions(1.0, most=100), clock, 10_000, 1e-6)
    assert found[0] == 1
    assert max(found) == 100
    assert all(after <= 8 * before for before, after in pairwise(found))
    assert sum(found) == 10_000


def test_a_number_that_fits_nearly_stays(clock: Clock) -> None:
    portions = Portions(0.03)
    portions.took(10, 0.032)
    assert portions.steady(10) == 10
    portions.took(10, 0.028)
    assert portions.steady(10) == 10
    portions.took(20, 0.3)
    assert portions.steady(20) == 2
    portions.took(40, 0.004)
    assert portions.steady(20) > 100


def test_a_lattice_is_filled_from_coarse_to_fine() -> None:
    lattice = Lattice(20)
    assert sorted(lattice.order.tolist()) == list(range(400))
    values, known = np.arange(400, dtype=np.float32), np.zeros(400, bool)
    assert np.isnan(lattice.filled(values, known)).all()
    known[lattice.order[: lattice.ends[1]]] = True  # every eighth
    coarse = lattice.filled(values, known)
    assert coarse[0, 7] == 0
    assert coarse[17, 13] == values[16 * 20 + 8]
    known[13] = True  # one more by chance
    assert lattice.filled(values, known)[0, 13] == 13
    assert (lattice.filled(values, np.ones(400, bool)) == values.reshape(20, 20)).all()
