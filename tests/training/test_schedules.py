"""Schedules are torch's, step by step, as plain arithmetic."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest
import torch
from networks import classifier
from torch.optim import lr_scheduler as judge

from playground.core.project import ScheduleSettings
from playground.training.check import check
from playground.training.schedules import SCHEDULES, Span, curve, schedule_of, settings_problems

RATE = 0.2
EPOCHS, PER_EPOCH = 6, 7
SPAN = Span(EPOCHS * PER_EPOCH, PER_EPOCH)


def torchs(make: Callable[[torch.optim.Optimizer], Any], every: int, steps: int = SPAN.steps) -> list[float]:
    """The rates that torch's scheduler sets in each step, moved on after ``every`` steps."""
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=RATE)
    scheduler, found = make(optimizer), []
    for step in range(1, steps + 1):
        found.append(float(optimizer.param_groups[0]["lr"]))
        optimizer.step()
        if step % every == 0:
            scheduler.step()
    return found


def warm_cosine(optimizer: torch.optim.Optimizer) -> judge.SequentialLR:
    rising = judge.LinearLR(optimizer, start_factor=1 / 14, total_iters=13)
    falling = judge.CosineAnnealingLR(optimizer, T_max=SPAN.steps - 14)
    return judge.SequentialLR(optimizer, [rising, falling], milestones=[14])


CASES: list[tuple[str, dict[str, Any], Callable[[torch.optim.Optimizer], Any], int]] = [
    ("constant", {}, lambda o: judge.ConstantLR(o, factor=1.0), 1),
    ("step", {"every": 2, "gamma": 0.5}, lambda o: judge.StepLR(o, 2, 0.5), PER_EPOCH),
    ("exponential", {"gamma": 0.7}, lambda o: judge.ExponentialLR(o, 0.7), PER_EPOCH),
    ("cosine", {}, lambda o: judge.CosineAnnealingLR(o, SPAN.steps), 1),
    ("cosine", {"minimum": 0.1}, lambda o: judge.CosineAnnealingLR(o, SPAN.steps, eta_min=0.1 * RATE), 1),
    ("cosine", {"warm_up": 2.0}, warm_cosine, 1),
    ("warm_up", {"epochs": 2.0}, lambda o: judge.LinearLR(o, 1 / 14, total_iters=13), 1),
    ("warm_up", {"epochs": 0.5}, lambda o: judge.LinearLR(o, 1 / 4, total_iters=3), 1),
    ("one_cycle", {}, lambda o: judge.OneCycleLR(o, RATE, SPAN.steps, cycle_momentum=False), 1),
    (
        "one_cycle",
        {"rising": 0.5, "start_divisor": 10.0, "end_divisor": 100.0},
        lambda o: judge.OneCycleLR(
            o, RATE, SPAN.steps, pct_start=0.5, div_factor=10, final_div_factor=100, cycle_momentum=False
        ),
        1,
    ),
]


@pytest.mark.parametrize(("name", "params", "make", "every"), CASES)
def test_every_step_has_the_rate_that_torch_gives_it(
    name: str, params: dict[str, Any], make: Callable[[torch.optim.Optimizer], Any], every: int
) -> None:
    schedule = SCHEDULES[name].read(params)
    found = [RATE * schedule.factor(step, SPAN) for step in range(SPAN.steps)]
    assert found == pytest.approx(torchs(make, every), rel=1e-9, abs=1e-12)


def test_every_schedule_is_judged_here_or_watches() -> None:
    assert {case[0] for case in CASES} == {name for name, kind in SCHEDULES.items() if not kind.watches}


@pytest.mark.parametrize("name", SCHEDULES)
def test_behind_the_end_it_stays_what_it_was(name: str) -> None:
    schedule = SCHEDULES[name]()
    last = schedule.factor(SPAN.steps - 1, SPAN)
    assert [schedule.factor(SPAN.steps + more, SPAN) for more in (0, 1, 1000)] == [last] * 3


@pytest.mark.parametrize("name", SCHEDULES)
@pytest.mark.parametrize("span", [Span(1, 1), Span(2, 1), Span(3, 3), Span(4, 1), Span(10, 100)])
@pytest.mark.parametrize("params", [{}, {"rising": 0.5}, {"rising": 0.25}, {"warm_up": 3.0}, {"epochs": 30.0}])
def test_short_runs_have_rates_too(name: str, span: Span, params: dict[str, float]) -> None:
    schedule = SCHEDULES[name].read({key: params[key] for key in params if key in SCHEDULES[name].model_fields})
    factors = [schedule.factor(step, span) for step in range(span.steps + 2)]
    assert all(math.isfinite(factor) and 0 <= factor <= 1 for factor in factors)
    assert factors[0] > 0


@pytest.mark.parametrize("name", SCHEDULES)
def test_a_schedule_describes_itself(name: str) -> None:
    kind = SCHEDULES[name]
    assert kind.name == name
    assert kind.title and kind.summary.endswith(".") and kind.formula
    assert all(field.description for field in kind.model_fields.values())
    assert kind.read(kind().to_params()) == kind()


def test_the_curve_is_the_rate_of_steps_from_the_first_to_the_last() -> None:
    schedule = SCHEDULES["cosine"].read({"warm_up": 1.0})
    drawn = curve(schedule, Span(100_000, 1000), 0.5, points=50)
    steps = [step for step, _ in drawn]
    assert len(drawn) == 50 and steps == sorted(set(steps))
    assert (steps[0], steps[-1]) == (0, 99_999)
    assert all(rate == 0.5 * schedule.factor(step, Span(100_000, 1000)) for step, rate in drawn)


def test_the_curve_of_a_short_run_has_every_step() -> None:
    assert curve(SCHEDULES["constant"](), Span(3, 1), 0.1) == [(0, 0.1), (1, 0.1), (2, 0.1)]
    assert curve(SCHEDULES["cosine"](), Span(1, 1), 0.1) == [(0, 0.1)]
    assert [step for step, _ in curve(SCHEDULES["cosine"](), Span(0, 1), 0.1)] == [0]


def test_a_fall_is_drawn_upright() -> None:
    drawn = dict(curve(SCHEDULES["step"].read({"every": 10}), Span(100_000, 1000), 1.0, points=20))
    assert (drawn[9_999], drawn[10_000]) == (1.0, 0.1)


def test_wrong_settings_are_told_and_run_as_constant() -> None:
    unknown = ScheduleSettings(type="magic")
    (problem,) = settings_problems(unknown, 5)
    assert problem.severity == "error" and "'magic'" in problem.message and "one_cycle" in problem.hint
    assert schedule_of(unknown) == SCHEDULES["constant"]()
    wrong = ScheduleSettings(type="step", params={"gamma": 2.0})
    (problem,) = settings_problems(wrong, 5)
    assert problem.severity == "error" and problem.message.startswith("Step decay: ") and problem.field == "gamma"
    assert schedule_of(wrong) == SCHEDULES["constant"]()
    assert not [*settings_problems(ScheduleSettings(type="step", params={"gamma": 0.2}), 5)]


@pytest.mark.parametrize(("kind", "field"), [("warm_up", "epochs"), ("cosine", "warm_up")])
def test_a_warm_up_longer_than_the_run_is_warned_of(kind: str, field: str) -> None:
    settings = ScheduleSettings(type=kind, params={field: 6.0})
    assert not [*settings_problems(settings, 6)]
    (problem,) = settings_problems(settings, 5)
    assert problem.severity == "warning" and "6 epochs, but the run has 5" in problem.message


def test_the_check_tells_of_the_schedule() -> None:
    found = check(classifier(schedule=ScheduleSettings(type="magic"))).problems
    assert [problem.code for problem in found] == ["schedule"]
