"""Mixed precision and torch.compile: where the device has them, and what is said where it has not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from networks import chain, classifier, project

from playground import protocol
from playground.core.project import Project, TrainingSettings
from playground.engine.checkpoint import load_bundle, restore, save_bundle
from playground.engine.control import Control
from playground.engine.loop import prepare, run
from playground.engine.updating import mixed_type

compiler = pytest.mark.skipif(shutil.which("g++") is None, reason="needs g++")
# CXX decides which compiler torch takes, when torch is imported
WITHOUT = """
from networks import classifier
from playground.engine.errors import CannotTrain
from playground.engine.loop import prepare
try:
    prepare(classifier(compiled=True))
except CannotTrain as error:
    print(error.message, error.hint)
"""


def small(**training: object) -> Project:
    graph = chain("Input", "Flatten", ("Dense", {"units": 10, "activation": "Softmax"}))
    return project(graph, data={"limit": 128, "validation": 0.0}, **{"epochs": 2, "batch_size": 32, **training})


def epochs(events: list[protocol.Event]) -> list[float]:
    assert isinstance(events[-1], protocol.RunFinished), events[-1]
    return [event.train["loss"] for event in events if isinstance(event, protocol.EpochDone)]


@compiler
def test_a_compiled_run_learns_the_same_and_its_bundle_is_that_of_any_run(tmp_path: Path) -> None:
    plain, compiled = prepare(small()), prepare(small(compiled=True))
    assert epochs(list(run(compiled))) == pytest.approx(epochs(list(run(plain))), rel=1e-4)
    own = compiled.module.state_dict()
    assert own.keys() == plain.module.state_dict().keys()
    for name, tensor in plain.module.state_dict().items():
        torch.testing.assert_close(own[name], tensor, rtol=1e-3, atol=1e-5)
    save_bundle(compiled, tmp_path / "a.playground")
    bundle = load_bundle(tmp_path / "a.playground")
    assert bundle.weights.keys() == {"dense1.weight", "dense1.bias"}
    x = compiled.samples.arrays.test_x[:5]
    torch.testing.assert_close(torch.from_numpy(bundle.model().predict(x)), torch.from_numpy(compiled.predict(x)))
    again = restore(bundle)
    again.extend()
    control = Control()
    for event in run(again, control):
        if isinstance(event, protocol.Progress):
            control.abort()
    assert isinstance(event, protocol.RunFinished)


def test_without_a_compiler_it_is_said_before_the_run(tmp_path: Path) -> None:
    paths = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1] / "support")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "CXX": str(tmp_path / "no-compiler")}
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT], env=environment, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.stdout == (
        "torch.compile needs a C++ compiler, and none was found. Install one (g++, or clang++ on macOS), or switch "
        "Compile off under Training.\n"
    ), done.stderr


def test_mixed_precision_on_the_cpu_is_told_to_be_32_bits_and_gives_their_numbers() -> None:
    events, plain = list(run(prepare(small(precision="mixed")))), list(run(prepare(small())))
    started = events[0]
    assert isinstance(started, protocol.RunStarted)
    assert started.notes == ("Mixed precision is for graphics cards of NVIDIA; this run computes in 32 bits.",)
    assert epochs(events) == epochs(plain)
    assert plain[0].notes == ()  # type: ignore[union-attr]


def test_the_16_bit_type_is_for_cards_that_have_it() -> None:
    assert mixed_type(TrainingSettings(precision="mixed"), torch.device("cpu")) is None
    assert mixed_type(TrainingSettings(), torch.device("cuda")) is None


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA card")
def test_mixed_precision_on_a_card_learns() -> None:
    finished = list(run(prepare(classifier(precision="mixed", device="cuda", epochs=5))))[-1]
    assert isinstance(finished, protocol.RunFinished)
    assert finished.test is not None
    assert finished.test["accuracy"] > 0.8
