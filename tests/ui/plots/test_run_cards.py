"""Runs that are compared: their colours, what was set otherwise, which ones stay."""

from __future__ import annotations

import numpy as np
from networks import chain, project

from playground import protocol
from playground.core.edits import Move
from playground.telemetry.run_history import RunHistory
from playground.ui.plots.run_cards import differences, run_color
from playground.ui.plots.run_log import MOST_EARLIER, MOST_KEPT, RunLog

NETWORK = chain("Input", "Flatten", ("Dense", {"units": 10}))


def test_what_was_set_otherwise_is_told_and_nothing_else() -> None:
    now = project(NETWORK, learning_rate=0.01, batch_size=32)
    assert differences(now, now) == ()
    assert differences(now, project(NETWORK, learning_rate=0.1, batch_size=32)) == ("learning rate 0.01 → 0.1",)
    assert differences(now, Move("Classifier", {"dense1": (400, 300)}).apply(now)) == ()
    other = project(NETWORK, learning_rate=0.01, batch_size=32, schedule={"type": "cosine"})
    (told,) = differences(now, other)
    assert told.startswith("schedule constant → cosine")
    limited = project(NETWORK, data={"limit": 100}, learning_rate=0.01, batch_size=32)
    assert differences(now, limited) == ("limit none → 100",)


def test_other_layers_are_told() -> None:
    now = project(NETWORK)
    wider = project(chain("Input", "Flatten", ("Dense", {"units": 20})))
    assert differences(now, wider) == ("Dense 1: units 10 → 20",)
    with_dropout = project(chain("Input", "Flatten", ("Dropout", {"rate": 0.3}), ("Dense", {"units": 10})))
    assert differences(now, with_dropout) == ("with Dropout 1",)
    assert differences(with_dropout, now) == ("without Dropout 1",)


def test_very_many_differences_are_counted() -> None:
    deep = project(chain("Input", "Flatten", *(("Dense", {"units": 3}) for _ in range(40))))
    told = differences(project(chain("Input", "Flatten")), deep)
    assert told[-1] == "and 28 more"


def run_of(log: RunLog, number: int, last: int = 20) -> None:
    log.start(protocol.RunStarted(number, "cpu", 0, 5, 10, 8, 80, 8, 8, 100, {"dense1": "Dense"}))
    rows = np.array([[1, 1.0], [last, 0.5]])
    log.add(protocol.Progress(number, 1, 1, last, 1.0, 1.0, 0.1, {protocol.TRAIN_LOSS: rows}))


def test_each_earlier_run_has_a_colour_of_its_own_and_keeps_it() -> None:
    log = RunLog()
    colors: dict[str, int] = {}
    for number in range(1, 30):
        run_of(log, number)
        for run in log.earlier:
            place = log.card(run).color
            assert colors.setdefault(run.label, place) == place
        places = [log.card(run).color for run in log.earlier]
        assert len(set(places)) == len(places)
        assert all(0 <= place < MOST_EARLIER for place in places)
    assert run_color(0) != run_color(1)


def test_kept_runs_stay_and_there_is_always_room_for_the_newest() -> None:
    log = RunLog()
    for number in range(1, 10):
        run_of(log, number)
    first = list(log.earlier)[:MOST_KEPT]
    assert [log.keep(run, kept=True) for run in first] == [True] * MOST_KEPT
    assert not log.keep(log.earlier[-1], kept=True)
    for number in range(10, 25):
        run_of(log, number)
    assert [run for run in log.earlier if run in first] == first
    assert len(log.earlier) == MOST_EARLIER
    assert log.earlier[-1].label == "Run 23"
    log.clear_earlier()
    assert list(log.earlier) == first
    log.keep(first[0], kept=False)
    log.clear_earlier()
    assert first[0] not in log.earlier


def test_a_run_can_be_hidden_renamed_and_removed() -> None:
    log = RunLog()
    for number in range(1, 4):
        run_of(log, number)
    one, two = log.earlier
    log.set_visible(one, visible=False)
    assert log.behind == [two]
    log.rename(two, "  more layers ")
    assert two.label == "more layers"
    log.rename(two, "   ")
    assert two.label == "more layers"
    log.rename(two, "wide, and deep")
    assert log.name(two) == "wide, and deep"  # nothing is cut out of it
    structure = log.structure
    log.remove(two)
    assert list(log.earlier) == [one]
    assert log.structure > structure


def test_runs_out_of_files_are_kept_in_bounds() -> None:
    log = RunLog()
    run_of(log, 1)
    settings = project(NETWORK)
    for number in range(20):
        history = RunHistory(label=f"file {number}")
        history.extend(protocol.TRAIN_LOSS, [1, 2], [1.0, 0.5])
        log.include(history, settings)
    assert len(log.earlier) == MOST_EARLIER
    assert log.card(log.earlier[-1]).project is settings
    assert log.current is not None
    assert log.current.label == "Run 1"
