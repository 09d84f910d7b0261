"""Everything that people choose says what it does, when to use it, its formula and who tells more."""

from __future__ import annotations

import re

import pytest
import torch

import playground.layers  # noqa: F401 — registers the layers
from playground.core.layer import REGISTRY
from playground.core.plugins import package_of
from playground.engine.losses import loss_function
from playground.engine.measures import Measures
from playground.training.datasets import Target
from playground.training.losses import LOSSES
from playground.training.metrics import METRICS
from playground.training.optimizers import OPTIMIZERS
from playground.training.pytorch_lines import LOSS_LINES, METRIC_LINES, SCHEDULE_LINES, with_parameters
from playground.training.schedules import SCHEDULES, Span
from playground.training.settings_explained import ELSEWHERE, RECORD_TITLES, RECORDS, SETTINGS
from playground.training.tasks import TASKS

_DESCRIBED = [
    (f"{table}:{name}", kind)
    for table, kinds in (
        ("loss", LOSSES), ("metric", METRICS), ("optimizer", OPTIMIZERS), ("schedule", SCHEDULES), ("task", TASKS),
        ("layer", {kind.type_name: kind for kind in REGISTRY.all() if package_of(kind) is None}),
    )
    for name, kind in kinds.items()
]  # fmt: skip


@pytest.mark.parametrize("what", ["summary", "explanation", "when", "formula", "reference"])
def test_nothing_that_one_can_choose_lacks_its(what: str) -> None:
    lacking = [name for name, kind in _DESCRIBED if not str(getattr(kind, what, "")).strip()]
    assert lacking == []


def test_texts_are_whole_sentences() -> None:
    for name, kind in _DESCRIBED:
        for text in (kind.summary, kind.explanation, kind.when):
            assert re.match(r"[A-ZÄ0-9]", text), f"{name}: {text}"
            assert text.endswith((".", "?")), f"{name}: {text}"


def test_every_setting_is_explained_and_none_too_many() -> None:
    wanted = {
        (record, field) for record, kind in RECORDS.items() for field in kind.model_fields if field not in ELSEWHERE
    }
    assert set(SETTINGS) == wanted
    assert set(RECORD_TITLES) == set(RECORDS)
    assert all(said.explanation.endswith(".") and said.when.endswith(".") for said in SETTINGS.values())


_NUMBERS = ("mean_squared_error", "mean_absolute_error", "huber")


@pytest.mark.parametrize("name", list(LOSSES))
def test_the_line_of_a_loss_computes_what_the_program_computes(name: str) -> None:
    torch.manual_seed(0)
    scores, classes = torch.randn(7, 3), torch.tensor([0, 2, 1, 1, 0, 2, 2])
    labels, wanted = torch.randint(0, 2, (7, 3)).float(), torch.softmax(torch.randn(7, 3), 1)
    known = {"scores": scores, "outputs": scores, "classes": classes, "labels": labels, "wanted": wanted}
    line = eval(LOSS_LINES[name], {"torch": torch}, known)
    if name in _NUMBERS:
        ours = loss_function(name, None, Target.values("a", "b", "c"))(scores, wanted)
    elif name == "binary_cross_entropy":
        ours = loss_function(name, None, Target.labels("a", "b", "c"))(scores, labels)
    elif name == "kl_divergence":
        ours = loss_function(name, None, Target.classes("a", "b", "c"))(scores, wanted)
    else:
        ours = loss_function(name, None, Target.classes("a", "b", "c"))(scores, classes)
    assert float(line) == pytest.approx(float(ours), rel=1e-5)


@pytest.mark.parametrize("name", ["step", "exponential", "cosine", "one_cycle", "warm_up", "constant"])
def test_the_line_of_a_schedule_changes_the_rate_as_the_program_does(name: str) -> None:
    """torch's schedulers that count epochs are stepped once for each; the others at every step."""
    per_epoch, epochs, rate = 10, 12, 0.1
    schedule = SCHEDULES[name](**({"every": 3} if name == "step" else {"epochs": 2.0} if name == "warm_up" else {}))
    span = Span(per_epoch * epochs, per_epoch)
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], rate)
    known = {"optimizer": optimizer, "rate": rate, "steps": span.steps, "warm_up_steps": 2 * per_epoch}
    line = with_parameters(SCHEDULE_LINES[name], schedule.model_dump())
    scheduler = eval(line, {"torch": torch, "min": min, **known})
    by_epoch = name in ("step", "exponential")
    for step in range(0, span.steps, per_epoch if by_epoch else 1):
        expected = rate * schedule.factor(step, span)
        assert optimizer.param_groups[0]["lr"] == pytest.approx(expected, rel=1e-6, abs=1e-12), step
        optimizer.step()
        if step < span.steps - 1:
            scheduler.step()


def test_the_plateau_line_is_one_that_torch_takes() -> None:
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], 0.1)
    line = with_parameters(SCHEDULE_LINES["plateau"], SCHEDULES["plateau"]().model_dump())
    scheduler = eval(line, {"torch": torch, "optimizer": optimizer})
    for loss in (1.0, *[2.0] * 5):
        scheduler.step(loss)
    assert optimizer.param_groups[0]["lr"] == pytest.approx(0.01)


def test_the_lines_of_metrics_measure_what_the_program_measures() -> None:
    torchmetrics = pytest.importorskip("torchmetrics")
    torch.manual_seed(1)
    scores, classes = torch.randn(60, 7), torch.randint(0, 7, (60,))
    measured = Measures(Target.classes(*"abcdefg"))
    measured.add(torch.softmax(scores, 1), classes)
    outputs, wanted = torch.randn(50, 1), torch.randn(50, 1)
    numbers = Measures(Target.values("a"))
    numbers.add(outputs, wanted)
    found = {**measured.result(), **numbers.result()}
    known = {"scores": scores, "classes": classes, "outputs": outputs, "wanted": wanted}
    for name, line in METRIC_LINES.items():
        value = eval(line, {"torch": torch, "torchmetrics": torchmetrics}, known)
        assert float(value) == pytest.approx(found[name], abs=1e-4), name
