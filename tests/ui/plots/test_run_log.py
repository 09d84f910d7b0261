"""Which run is current, which ones lie behind."""

from __future__ import annotations

import numpy as np
from reporting import make_predictions

from playground import protocol
from playground.telemetry.run_history import RunHistory
from playground.ui.plots.run_log import MOST_EARLIER, RunLog


def started(run: int, resumed: int = 0) -> protocol.RunStarted:
    return protocol.RunStarted(run, "cpu", 0, 5, 10, 8, 80, 8, 8, 100, {"dense1": "Dense"}, resumed)


def losses(run: int, *steps: int) -> protocol.Progress:
    rows = np.array([[step, 1.0] for step in steps])
    return protocol.Progress(run, 1, 1, steps[-1], 1.0, 1.0, 0.1, {protocol.TRAIN_LOSS: rows})


def steps_of(log: RunLog) -> list[float]:
    return [] if log.current is None else log.current.series[protocol.TRAIN_LOSS].arrays()[0].tolist()


def test_earlier_runs_are_kept_up_to_a_number() -> None:
    log = RunLog()
    for run in range(1, 13):
        log.start(started(run))
        log.add(losses(run, 1))
    assert len(log.earlier) == MOST_EARLIER
    assert [run.label for run in log.earlier] == [f"Run {n}" for n in range(4, 12)]
    assert log.current is not None
    assert log.current.label == "Run 12"


def test_quick_stops_do_not_drive_out_longer_runs() -> None:
    log = RunLog()
    for run in range(1, 4):
        log.start(started(run))
        log.add(losses(run, 1, 10, 20))
    for run in range(4, 30):
        log.start(started(run))
        log.add(losses(run, 1, 2))
    labels = [run.label for run in log.earlier]
    assert len(labels) == MOST_EARLIER
    assert labels[:3] == ["Run 1", "Run 2", "Run 3"]
    for run in range(30, 45):
        log.start(started(run))
        log.add(losses(run, 1, 10))
    assert [run.label for run in log.earlier] == [f"Run {n}" for n in range(36, 44)]


def test_a_run_without_a_point_leaves_nothing_behind() -> None:
    log = RunLog()
    log.start(started(1))
    log.start(started(2))
    assert len(log.earlier) == 0


def test_a_resumed_run_goes_on_and_forgets_what_came_after_the_place() -> None:
    log = RunLog()
    log.start(started(1))
    log.add(losses(1, 1, 2, 3, 4))
    log.start(started(1, resumed=2))
    log.add(losses(1, 3))
    assert steps_of(log) == [1, 2, 3]
    assert len(log.earlier) == 0


def test_another_run_that_is_resumed_is_a_new_one_here() -> None:
    log = RunLog()
    log.start(started(1))
    log.add(losses(1, 1))
    log.start(started(2, resumed=20))
    log.add(losses(2, 21))
    assert steps_of(log) == [21]
    assert len(log.earlier) == 1


def test_a_bundle_opened_over_a_run_puts_it_behind() -> None:
    log = RunLog()
    log.start(started(1))
    log.add(losses(1, 1))
    log.open(
        RunHistory.from_dict({"series": {protocol.TRAIN_LOSS: [[1, 0.5], [2, 0.4]]}, "steps_per_epoch": 2}, "digits")
    )
    log.adopt(9)
    log.start(started(9, resumed=2))
    log.add(losses(9, 3))
    assert steps_of(log) == [1, 2, 3]
    assert [run.label for run in log.earlier] == ["Run 1"]


def test_validation_points_come_from_the_epoch_and_are_not_doubled() -> None:
    log = RunLog()
    log.start(started(1))
    rows = np.array([[10, 0.3]])
    log.add(protocol.Progress(1, 1, 10, 10, 1.0, 1.0, 0.1, {protocol.VALIDATION_LOSS: rows}))
    for epoch in (1, 2):
        log.end_epoch(protocol.EpochDone(1, epoch, 10 * epoch, {"loss": 0.4}, {"loss": 0.3, "accuracy": 0.9}))
    assert log.current is not None
    assert log.current.series[protocol.VALIDATION_LOSS].arrays()[0].tolist() == [10, 20]
    assert log.current.series[protocol.validation("accuracy")].arrays()[0].tolist() == [10, 20]
    assert [epoch.epoch for epoch in log.current.epochs] == [1, 2]


def test_the_end_of_a_run_keeps_its_test_and_a_new_one_drops_the_images() -> None:
    log = RunLog()
    log.start(started(1))
    log.add(losses(1, 1))
    log.show(make_predictions(run=1))
    log.finish(protocol.RunFinished(1, "finished", 5, 50, {"accuracy": 0.9}, 1.0, 1.0))
    assert log.current is not None
    assert log.current.test == {"accuracy": 0.9}
    log.start(started(2))
    assert log.pictures is None


def test_what_broken_weights_showed_is_forgotten() -> None:
    log = RunLog()
    log.start(started(1))
    log.add(losses(1, 1, 2, 3))
    log.show(make_predictions(run=1, step=3))
    log.show_views(protocol.Views(1, 2, ()))
    structure = log.structure
    log.go_back(protocol.Diverged(2, 0, "of another run", "", None))
    assert steps_of(log) == [1, 2, 3]
    log.go_back(protocol.Diverged(1, 2, "broke down", "", None))
    assert steps_of(log) == [1, 2]
    assert log.pictures is None
    assert log.views is not None  # these are of the weights that are kept
    assert log.structure > structure


def test_a_bundle_counts_as_opened_until_it_trains_on() -> None:
    log = RunLog()
    log.open(RunHistory())
    log.adopt(4)
    assert log.opened
    log.start(started(4, resumed=2))
    assert not log.opened
