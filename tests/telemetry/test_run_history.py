"""A run's history as files and tables see it."""

from __future__ import annotations

import csv
import io
import json
import math
from typing import Any

import pytest

from playground.telemetry.run_history import Epoch, RunHistory


def small_run() -> RunHistory:
    run = RunHistory(label="Run 1", steps_per_epoch=2, layers={"dense1": "Dense"})
    run.extend("loss/training", [1, 2, 3, 4], [0.9, 0.8, math.nan, 0.6])
    run.extend("loss/validation", [2, 4], [0.85, 0.65])
    run.add_epoch(Epoch(1, 2, {"loss": 0.85}, {"loss": 0.85}))
    run.add_epoch(Epoch(2, 4, {"loss": 0.65}))
    run.test = {"loss": 0.7, "accuracy": 0.5}
    return run


def test_it_goes_through_json_and_back() -> None:
    data = json.loads(json.dumps(small_run().to_dict(), allow_nan=False))
    assert data == {
        "epochs": [
            {"epoch": 1, "step": 2, "train": {"loss": 0.85}, "validation": {"loss": 0.85}},
            {"epoch": 2, "step": 4, "train": {"loss": 0.65}, "validation": None},
        ],
        "series": {
            "loss/training": [[1, 0.9], [2, 0.8], [3, None], [4, 0.6]],
            "loss/validation": [[2, 0.85], [4, 0.65]],
        },
        "test": {"loss": 0.7, "accuracy": 0.5},
        "steps_per_epoch": 2,
        "layers": {"dense1": "Dense"},
    }
    assert RunHistory.from_dict(data).to_dict() == data


def test_a_history_of_very_many_layers_stays_within_bounds() -> None:
    run = RunHistory(layers={f"dense{index}": "Dense" for index in range(1000)})
    steps = list(range(6000))
    for index in range(3):
        run.extend(f"gradient/dense{index}", steps, [float(step == 3333) for step in steps])
    run.extend("loss/training", steps, [step % 7 for step in steps])
    sizes = [len(run.series[f"gradient/dense{index}"]) for index in range(3)]
    assert all(128 <= size <= 1024 for size in sizes)
    assert all(run.series[f"gradient/dense{index}"].arrays()[1].max() == 1.0 for index in range(3))
    assert len(run.series["loss/training"]) > 2000
    again = RunHistory.from_dict(run.to_dict())
    assert [len(again.series[f"gradient/dense{index}"]) for index in range(3)] == sizes


def test_an_empty_history_is_one_too() -> None:
    assert RunHistory.from_dict({}).to_dict()["series"] == {}


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"steps_per_epoch": 0}, "steps_per_epoch"),
        ({"steps_per_epoch": "many"}, "steps_per_epoch"),
        ({"steps_per_epoch": True}, "steps_per_epoch"),
        ({"layers": {"dense1": 3}}, "layers"),
        ({"layers": []}, "layers"),
        ({"series": []}, "series"),
        ({"series": {"loss": 3}}, r"series\.loss"),
        ({"series": {"loss": [[1, 2, 3]]}}, r"series\.loss"),
        ({"series": {"loss": [[2, 1.0], [1, 1.0]]}}, r"series\.loss"),
        ({"series": {"loss": [["a", "b"]]}}, r"series\.loss"),
        ({"series": {"loss": [[10**400, 1]]}}, r"series\.loss"),
        ({"series": {"loss": [[None, 1]]}}, r"series\.loss"),
        ({"series": {str(n): [] for n in range(5000)}}, "series"),
        ({"epochs": {}}, "epochs"),
        ({"epochs": [3]}, r"epochs\[0\]"),
        ({"epochs": [{"epoch": 1, "step": -1}]}, r"epochs\[0\]\.step"),
        ({"epochs": [{"epoch": 1, "step": 1, "train": {"loss": "low"}}]}, r"epochs\[0\]\.train\.loss"),
        ({"test": [1]}, "test"),
    ],
)
def test_a_damaged_history_is_refused_by_place(wrong: dict[str, Any], place: str) -> None:
    with pytest.raises(ValueError, match=place):
        RunHistory.from_dict(wrong)


def test_csv_has_a_row_for_each_step_and_blanks_where_nothing_was_measured() -> None:
    rows = list(csv.reader(io.StringIO(small_run().to_csv())))
    assert rows == [
        ["step", "epoch", "loss/training", "loss/validation"],
        ["1", "0.5", "0.9", ""],
        ["2", "1", "0.8", "0.85"],
        ["3", "1.5", "nan", ""],
        ["4", "2", "0.6", "0.65"],
    ]


def test_rewinding_forgets_later_points_epochs_and_the_test() -> None:
    run = small_run()
    run.rewind(3)
    assert run.last_step == 3
    assert [epoch.epoch for epoch in run.epochs] == [1]
    assert run.test is None


def test_an_epoch_that_ends_again_replaces_the_first_time() -> None:
    run = small_run()
    run.add_epoch(Epoch(2, 4, {"loss": 0.1}))
    assert [(epoch.epoch, epoch.train["loss"]) for epoch in run.epochs] == [(1, 0.85), (2, 0.1)]


def test_a_run_is_brief_until_it_has_a_line_over_an_epoch() -> None:
    run = RunHistory(steps_per_epoch=10)
    assert run.brief
    run.extend("loss", [10], [1.0])
    assert run.brief
    run.extend("loss", [11], [1.0])
    assert not run.brief
    run.steps_per_epoch = 12
    assert run.brief
