"""Exports of the worker: beside the run, one process each, and none left behind."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
import torch
from networks import chain, classifier, project
from safetensors.torch import load_file, save

from playground import protocol
from playground.core.files import dump_project
from playground.core.project import Project
from playground.engine.checkpoint import save_bundle
from playground.engine.control import Control
from playground.engine.export.desk import CANCELLED, ExportDesk, Job
from playground.engine.loop import prepare
from playground.engine.runner import Runner
from playground.engine.trained import TrainedModel

PATIENCE = 100.0


class Desk(ExportDesk):
    """An export desk with the events that it told."""

    def __init__(self) -> None:
        self.told: queue.SimpleQueue[protocol.Event] = queue.SimpleQueue()
        super().__init__(self.told.put)

    def until(self, *kinds: type) -> list[protocol.Event]:
        found = [self.told.get(timeout=PATIENCE)]
        while not isinstance(found[-1], kinds):
            found.append(self.told.get(timeout=PATIENCE))
        return found


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    yield made
    made.close()


def job(made: Project) -> Job:
    model = TrainedModel.untrained(made)
    content = save(dict(model.module.state_dict()))
    return Job(lambda: content, None, dump_project(made), model.network)


def order(request: int, path: Path, kind: protocol.Format) -> protocol.ExportModel:
    return protocol.ExportModel(request, 1, str(path), kind)


def children() -> list[psutil.Process]:
    """Processes that exports started; Python's own resource tracker stays for good."""
    alive = [child for child in psutil.Process().children() if child.status() != psutil.STATUS_ZOMBIE]
    return [child for child in alive if not any("resource_tracker" in word for word in child.cmdline())]


def test_an_export_is_told_stage_by_stage_and_then_with_its_proof(desk: Desk, tmp_path: Path) -> None:
    made = classifier()
    desk.begin(order(7, tmp_path / "m.safetensors", "safetensors"), job(made))
    events = desk.until(protocol.Exported, protocol.RequestFailed)
    assert [event.stage for event in events[:-1]] == ["preparing", "writing", "proving"]  # type: ignore[union-attr]
    done = events[-1]
    assert isinstance(done, protocol.Exported)
    assert (done.request, done.path, done.format) == (7, str(tmp_path / "m.safetensors"), "safetensors")
    assert done.files == (done.path,)
    assert done.proof is not None
    assert (done.proof.samples, done.proof.agreement, done.proof.batches) == (64, 64, (64, 7, 1))
    weights = load_file(tmp_path / "m.safetensors")
    expected = TrainedModel.untrained(made).module.state_dict()
    assert all(torch.equal(weights[name], expected[name]) for name in expected)


def test_a_cancelled_export_leaves_neither_file_nor_process(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "m.onnx").write_bytes(b"old")
    desk.begin(order(1, tmp_path / "m.onnx", "onnx"), job(classifier()))
    desk.until(protocol.ExportProgress)
    desk.cancel(protocol.CancelExport(1))
    failed = desk.until(protocol.Exported, protocol.RequestFailed)[-1]
    assert failed == protocol.RequestFailed(1, CANCELLED)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("m.onnx", b"old")]
    assert not children()


def test_one_that_is_cancelled_before_it_begins_never_begins(desk: Desk, tmp_path: Path) -> None:
    desk.cancel(protocol.CancelExport(1))
    desk.begin(order(1, tmp_path / "m.pt", "pt"), job(classifier()))
    assert desk.until(protocol.RequestFailed) == [protocol.RequestFailed(1, CANCELLED)]


def test_closing_ends_what_is_under_way(tmp_path: Path) -> None:
    desk = Desk()
    desk.begin(order(1, tmp_path / "m.onnx", "onnx"), job(classifier()))
    desk.until(protocol.ExportProgress)
    desk.close()
    assert not children()
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs signals")
def test_an_export_that_is_killed_is_one_clear_message(desk: Desk, tmp_path: Path) -> None:
    desk.begin(order(1, tmp_path / "m.onnx", "onnx"), job(classifier()))
    desk.until(protocol.ExportProgress)
    (child,) = children()
    os.kill(child.pid, signal.SIGKILL)
    failed = desk.until(protocol.RequestFailed)[-1]
    assert isinstance(failed, protocol.RequestFailed)
    assert failed.message == "The export was killed, perhaps because memory ran out."
    assert not list(tmp_path.iterdir())


_ABANDONED = """
import queue, sys, threading
from pathlib import Path
sys.path[:0] = sys.argv[2:]
import test_export_desk as tests
from networks import classifier
desk = tests.Desk()
desk.begin(tests.order(1, Path(sys.argv[1]), "onnx"), tests.job(classifier()))
desk.until(tests.protocol.ExportProgress)
print(tests.children()[0].pid, flush=True)
threading.Event().wait()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs signals")
def test_an_export_whose_worker_is_killed_clears_up_and_ends(tmp_path: Path) -> None:
    here = Path(__file__).parent
    command = [sys.executable, "-c", _ABANDONED, str(tmp_path / "m.onnx"), str(here), str(here.parent / "support")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        export = psutil.Process(int(worker.stdout.readline()))
        worker.kill()
    export.wait(PATIENCE)
    assert not list(tmp_path.iterdir())


def test_weights_that_do_not_fit_are_told(desk: Desk, tmp_path: Path) -> None:
    other = project(chain("Input", "Flatten", ("Dense", {"units": 12}), ("Dense", {"units": 10})))
    wrong = Job(job(classifier()).content, None, dump_project(other), other.main_network)
    desk.begin(order(1, tmp_path / "m.pt", "pt"), wrong)
    failed = desk.until(protocol.RequestFailed)[-1]
    assert isinstance(failed, protocol.RequestFailed)
    assert "do not belong to this network" in failed.message
    assert not list(tmp_path.iterdir())


# --- in the runner ---------------------------------------------------------------------------------------------------


class Told:
    """What a runner tells; ``on`` is called with each event, on the runner's thread."""

    def __init__(self) -> None:
        self.events: queue.SimpleQueue[protocol.Event] = queue.SimpleQueue()
        self.on = lambda event: None

    def __call__(self, event: protocol.Event) -> None:
        self.events.put(event)
        self.on(event)


def test_training_goes_on_while_its_weights_are_exported(tmp_path: Path) -> None:
    """The loop makes steps between the first stage and the answer."""
    told, control = Told(), Control()
    runner = Runner(told)
    steps: list[int] = []
    stages: list[str] = []
    asked: list[int] = []

    def follow(event: protocol.Event) -> None:
        if isinstance(event, protocol.Progress):
            if not asked:
                asked.append(event.step)
                request = order(1, tmp_path / "m.pt", "pt")
                control.submit(lambda: runner.serve(request))
            elif stages:
                steps.append(event.step)
                if len(set(steps)) > 3:  # seen: the export gets the rest of the machine
                    control.pause()
        elif isinstance(event, protocol.ExportProgress):
            stages.append(event.stage)
        elif isinstance(event, (protocol.Exported, protocol.RequestFailed)):
            control.abort()

    told.on = follow
    made = classifier(epochs=100_000)
    runner.start(protocol.Start(1, dump_project(made)), control)
    runner.close()
    found = []
    while not told.events.empty():
        found.append(told.events.get())
    done = next(event for event in found if isinstance(event, (protocol.Exported, protocol.RequestFailed)))
    assert isinstance(done, protocol.Exported)
    assert done.proof is not None
    assert done.proof.real
    assert stages == ["preparing", "writing", "proving"]
    assert len(set(steps)) > 3


def test_an_opened_bundle_is_compared_on_the_data_it_names(tmp_path: Path) -> None:
    save_bundle(prepare(classifier()), tmp_path / "b.playground")
    told = Told()
    runner = Runner(told)
    runner.open_bundle(protocol.OpenBundle(1, str(tmp_path / "b.playground")))
    runner.serve(order(2, tmp_path / "m.pt", "pt"))
    while not isinstance(event := told.events.get(timeout=PATIENCE), (protocol.Exported, protocol.RequestFailed)):
        pass
    runner.close()
    assert isinstance(event, protocol.Exported)
    assert event.proof is not None
    assert event.proof.real


def test_a_place_that_cannot_be_is_refused_at_once(tmp_path: Path) -> None:
    save_bundle(prepare(classifier()), tmp_path / "b.playground")
    told = Told()
    runner = Runner(told)
    runner.open_bundle(protocol.OpenBundle(1, str(tmp_path / "b.playground")))
    while not told.events.empty():  # that it is open, and what it shows
        told.events.get_nowait()
    runner.serve(order(2, tmp_path / "nowhere" / "m.pt", "pt"))
    refused = told.events.get_nowait()
    assert isinstance(refused, protocol.RequestFailed)
    assert "there is no folder" in refused.message
    runner.close()
