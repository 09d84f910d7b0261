"""The learning rate that falls when training no longer gets better: torch's own, and it can be saved and taken up."""

from __future__ import annotations

import json

import numpy as np
import pytest
import torch

from playground.engine.plateau import Plateau
from playground.training.schedules import Constant, OnPlateau

SETTINGS = [
    OnPlateau(),
    OnPlateau(gamma=0.5, patience=0),
    OnPlateau(gamma=0.5, patience=2, minimum_improvement=0.02),
    OnPlateau(gamma=0.3, patience=1, minimum=0.05),
]


def losses(seed: int) -> list[float]:
    draw = np.random.default_rng(seed)
    found = np.exp(-np.arange(60) / 10) + 0.1 * draw.random(60)
    found[20] = np.nan
    return [float(value) for value in found]


@pytest.mark.parametrize("seed", [0, 1])
@pytest.mark.parametrize("schedule", SETTINGS, ids=lambda kind: str(kind.to_params()))
def test_it_falls_when_torchs_does(schedule: OnPlateau, seed: int) -> None:
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.1)
    judge = torch.optim.lr_scheduler.ReduceLROnPlateau(
        optimizer, factor=schedule.gamma, patience=schedule.patience, threshold=schedule.minimum_improvement,
        threshold_mode="abs", min_lr=schedule.minimum * 0.1, eps=0.0,
    )  # fmt: skip
    found = Plateau.of(schedule)
    assert found.factor == 1.0
    for value in losses(seed):
        found.update(value)
        judge.step(value)
        assert 0.1 * found.factor == pytest.approx(optimizer.param_groups[0]["lr"], rel=1e-9)
    assert found.factor < 1.0


def test_what_was_saved_goes_on_as_if_nothing_had_been() -> None:
    schedule, values = SETTINGS[2], losses(3)
    whole, first = Plateau.of(schedule), Plateau.of(schedule)
    for value in values[:30]:
        whole.update(value)
        first.update(value)
    second = Plateau.from_dict(schedule, json.loads(json.dumps(first.to_dict(), allow_nan=False)))
    for value in values[30:]:
        whole.update(value)
        second.update(value)
    assert second == whole


def test_a_new_one_can_be_saved_too() -> None:
    new = Plateau.of(SETTINGS[0])
    new.update(float("nan"))
    assert Plateau.from_dict(SETTINGS[0], json.loads(json.dumps(new.to_dict(), allow_nan=False))) == new


@pytest.mark.parametrize(
    "data",
    [
        {}, [], None, {"factor": 2.0, "best": 0.1, "waited": 0}, {"factor": "1", "best": 0.1, "waited": 0},
        {"factor": 1.0, "best": "x", "waited": 0}, {"factor": 1.0, "best": None, "waited": -1},
        {"factor": 1.0, "best": None, "waited": 1.5}, {"factor": float("nan"), "best": None, "waited": 1},
    ],
)  # fmt: skip
def test_what_is_no_state_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match="plateau"):
        Plateau.from_dict(SETTINGS[0], data)  # type: ignore[arg-type]


def test_a_schedule_that_does_not_watch_has_none() -> None:
    with pytest.raises(TypeError, match="Constant does not watch"):
        Plateau.of(Constant())
