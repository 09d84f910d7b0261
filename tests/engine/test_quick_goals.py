"""The presets that learn within seconds, trained as they stand with their own seed: each does what it says."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from playground import protocol
from playground.core.files import load_project
from playground.core.presets import find_project
from playground.engine.checkpoint import save_bundle
from playground.engine.loop import prepare, run
from playground.engine.state import TrainingState

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def benchmarks(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are judged by the very code that measures the figures of the documentation."""
    monkeypatch.setattr(sys, "path", [str(ROOT), *sys.path])


def trained(name: str) -> tuple[dict[str, float], TrainingState]:
    """What the test part said at the end, and the run."""
    state = prepare(load_project(find_project(name)), device="cpu")
    end = None
    for event in run(state):
        end = event
    assert isinstance(end, protocol.RunFinished), end
    assert end.test is not None
    return end.test, state


@pytest.mark.parametrize(("name", "strictly"), [("tabular-binary", True), ("npy-binary", False)])
def test_a_table_is_learned_better_than_by_logistic_regression(name: str, strictly: bool, tmp_path: Path) -> None:
    from benchmarks.baselines import logistic

    test, state = trained(name)
    save_bundle(state, tmp_path / "a.playground")
    other = logistic(tmp_path / "a.playground")
    assert test["accuracy"] > other if strictly else test["accuracy"] >= other


@pytest.mark.parametrize(("name", "least"), [("iris", 0.9), ("spiral-2d", 0.95)])
def test_classes_are_told_apart(name: str, least: float) -> None:
    test, _ = trained(name)
    assert test["accuracy"] >= least


def test_a_generator_finds_all_eight_clouds(tmp_path: Path) -> None:
    from benchmarks.baselines import clouds_found

    _, state = trained("gan-2d")
    save_bundle(state, tmp_path / "a.playground")
    assert clouds_found(tmp_path / "a.playground") == 8
