"""Settings that a run follows otherwise than they stand there are told before it begins."""

from __future__ import annotations

from networks import classifier

from playground.core.problems import Problem
from playground.core.project import EarlyStopping, Project
from playground.training.check import check


def told(made: Project, code: str) -> list[Problem]:
    return [problem for problem in check(made).problems if problem.code == code]


def mended(made: Project, problem: Problem) -> Project:
    assert problem.severity == "warning"
    assert problem.fix is not None
    return problem.fix.edit.apply(made)


def test_mixed_precision_on_the_cpu_is_32_bits() -> None:
    made = classifier(precision="mixed", device="cpu")
    (found,) = told(made, "precision")
    assert "32 bits" in found.message
    assert not told(mended(made, found), "precision")
    assert not told(classifier(precision="mixed"), "precision")  # which device it will be is not known
    assert not told(classifier(device="cpu"), "precision")


def test_early_stopping_watches_what_is_measured() -> None:
    made = classifier(early_stopping=EarlyStopping(on=True, metric="r2", patience=7))
    (found,) = told(made, "stopping-metric")
    assert found.message == "Early stopping watches R², which is not measured: the loss is."
    assert "accuracy" in found.hint
    after = mended(made, found).training.early_stopping
    assert (after.metric, after.patience, after.on) == ("loss", 7, True)
    for stopping in (EarlyStopping(on=True, metric="f1"), EarlyStopping(on=True), EarlyStopping(metric="r2")):
        assert not told(classifier(early_stopping=stopping), "stopping-metric")
