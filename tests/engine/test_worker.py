"""The worker as the window has it: a process of its own at the other end of a pipe."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import numpy as np
import psutil
import pytest
from networks import chain, classifier, project
from workers import PATIENCE_SECONDS, Worker, spawn

from playground import protocol
from playground.core.bundle import read_bundle_text
from playground.core.files import dump_project
from playground.core.project import Project
from playground.engine.worker import main

IMPORTS = "import sys, playground.engine.worker; sys.exit('torch' in sys.modules or 'PySide6' in sys.modules)"


@pytest.fixture(scope="module")
def shared() -> Iterator[tuple[Worker, BaseProcess]]:
    """One warm worker for this file."""
    process, connection = spawn()
    worker = Worker(connection)
    ready = worker.last(protocol.Ready)
    assert isinstance(ready, protocol.Ready)
    assert "cpu" in ready.devices
    yield worker, process
    worker.send(protocol.Shutdown())
    process.join(PATIENCE_SECONDS)
    connection.close()
    assert process.exitcode == 0


@pytest.fixture
def worker(shared: tuple[Worker, BaseProcess]) -> Worker:
    return shared[0]


_numbers = iter(range(1, 1000))


@pytest.fixture
def number() -> int:
    """A run number that no other test has."""
    return next(_numbers)


def small(**training: object) -> Project:
    return project(
        chain("Input", "Flatten", ("Dense", {"units": 10, "activation": "Softmax"})),
        data={"limit": 200}, **{"epochs": 2, "batch_size": 20, **training},
    )  # fmt: skip


def endless() -> str:
    return dump_project(classifier(epochs=100_000))


def start(number: int, made: Project | None = None, *, paused: bool = False) -> protocol.Start:
    return protocol.Start(number, dump_project(made or small()), None, paused)


def test_importing_the_worker_loads_neither_torch_nor_qt() -> None:
    assert subprocess.run([sys.executable, "-c", IMPORTS], check=False).returncode == 0


def test_a_run_in_the_worker_gives_the_numbers_of_the_loop(worker: Worker, number: int) -> None:
    from playground.engine.loop import prepare, run

    worker.send(start(number))
    there = worker.until(protocol.RunFinished, protocol.RunFailed)
    here = list(run(prepare(small(), run=number)))
    for kind in (protocol.RunStarted, protocol.EpochDone):
        assert [e for e in there if isinstance(e, kind)] == [e for e in here if isinstance(e, kind)]
    assert there[-1].test == here[-1].test  # type: ignore[union-attr]

    def losses(events: list[protocol.Event]) -> np.ndarray:
        found = [e.series[protocol.TRAIN_LOSS] for e in events
                 if isinstance(e, protocol.Progress) and protocol.TRAIN_LOSS in e.series]  # fmt: skip
        return np.concatenate(found)

    assert np.array_equal(losses(there), losses(here))


def test_weights_stay_for_saving_export_and_training_on(worker: Worker, number: int, tmp_path: Path) -> None:
    worker.send(start(number))
    finished = worker.last(protocol.RunFinished)
    worker.send(protocol.SaveBundle(1, number, str(tmp_path / "a.playground")))
    assert worker.last(protocol.Saved) == protocol.Saved(1, str(tmp_path / "a.playground"))
    assert read_bundle_text(tmp_path / "a.playground").metadata["test"] == finished.test  # type: ignore[union-attr]
    worker.send(protocol.ExportModel(2, number, str(tmp_path / "a.safetensors"), "safetensors"))
    exported = worker.last(protocol.Exported)
    assert isinstance(exported, protocol.Exported)
    assert exported.report
    assert (tmp_path / "a.safetensors").stat().st_size > 7850 * 4
    worker.send(protocol.SetLearningRate(number, 0.5), protocol.Resume(number))
    again = worker.until(protocol.RunFinished)
    assert isinstance(again[0], protocol.RunStarted)
    assert (again[0].resumed_step, again[0].epochs) == (18, 4)
    assert again[-1].step == 36  # type: ignore[union-attr]
    assert {e.learning_rate for e in again if isinstance(e, protocol.Progress)} == {0.5}


def test_a_bundle_is_opened_exported_saved_and_trained_on(worker: Worker, number: int, tmp_path: Path) -> None:
    path = tmp_path / "a.playground"
    worker.send(start(number), protocol.SaveBundle(1, number, str(path)))
    worker.until(protocol.RunFinished)
    worker.send(protocol.SaveBundle(1, number, str(path)))
    worker.last(protocol.Saved)
    other = next(_numbers)
    worker.send(protocol.OpenBundle(other, str(path)))
    assert worker.last(protocol.BundleOpened, protocol.RunFailed) == protocol.BundleOpened(other, str(path), 18)
    worker.send(protocol.SaveBundle(2, other, str(tmp_path / "b.playground")))
    worker.last(protocol.Saved)
    assert (tmp_path / "b.playground").read_bytes() == path.read_bytes()
    worker.send(protocol.ExportModel(3, other, str(tmp_path / "b.pt"), "pt"))
    assert isinstance(worker.last(protocol.Exported, protocol.RequestFailed), protocol.Exported)
    worker.send(protocol.StepOnce(other))
    stepped = worker.until(protocol.RunPaused)
    assert stepped[0].resumed_step == 18  # type: ignore[union-attr]
    assert stepped[-1].step == 19  # type: ignore[union-attr]
    worker.send(protocol.Resume(other))
    assert worker.last(protocol.RunFinished).step == 36  # type: ignore[union-attr]


def test_a_paused_run_saves_steps_and_stops(worker: Worker, number: int, tmp_path: Path) -> None:
    worker.send(start(number, paused=True))
    assert worker.last(protocol.RunPaused) == protocol.RunPaused(number, 0)
    worker.send(protocol.StepOnce(number))
    assert worker.last(protocol.RunPaused) == protocol.RunPaused(number, 1)
    worker.send(protocol.SaveBundle(7, number, str(tmp_path / "p.playground")))
    assert worker.last(protocol.Saved).request == 7  # type: ignore[union-attr]
    assert read_bundle_text(tmp_path / "p.playground").metadata["position"]["step"] == 1
    worker.send(protocol.Resume(number), protocol.Stop(number))
    finished = worker.last(protocol.RunFinished)
    assert finished.reason == "stopped"  # type: ignore[union-attr]
    assert finished.test is not None  # type: ignore[union-attr]


def test_a_new_run_replaces_the_one_under_way(worker: Worker, number: int) -> None:
    worker.send(protocol.Start(number, endless()))
    worker.last(protocol.Progress)
    other = next(_numbers)
    worker.send(start(other))
    ended = worker.last(protocol.RunFinished)
    assert (ended.run, ended.reason, ended.test) == (number, "stopped", None)  # type: ignore[union-attr]
    assert worker.last(protocol.RunFinished).run == other  # type: ignore[union-attr]


def test_what_cannot_train_fails_with_its_layer_and_the_next_run_works(worker: Worker, number: int) -> None:
    worker.send(start(number, project(chain("Input", ("Dense", {"units": 10})))))
    failed = worker.last(protocol.RunFailed)
    assert isinstance(failed, protocol.RunFailed)
    assert failed.node == "dense1"
    assert "Flatten" in failed.hint
    worker.send(protocol.Start(next(_numbers), "{"))
    assert "not valid JSON" in worker.last(protocol.RunFailed).message  # type: ignore[union-attr]
    worker.send(start(next(_numbers)))
    worker.last(protocol.RunFinished)


def test_a_request_that_fails_says_why_and_harms_nothing(worker: Worker, number: int, tmp_path: Path) -> None:
    worker.send(protocol.SaveBundle(1, number, str(tmp_path / "x.playground")))
    assert "no trained weights" in worker.last(protocol.RequestFailed).message  # type: ignore[union-attr]
    worker.send(protocol.Start(number, endless()))
    worker.last(protocol.Progress)
    worker.send(protocol.SaveBundle(2, number, str(tmp_path / "no" / "folder" / "x.playground")))
    refused = worker.last(protocol.RequestFailed)
    assert refused.request == 2  # type: ignore[union-attr]
    assert "cannot be saved" in refused.message  # type: ignore[union-attr]
    worker.send(protocol.OpenBundle(next(_numbers), str(tmp_path / "none.playground")))
    worker.last(protocol.RunFinished)
    assert "cannot be read" in worker.last(protocol.RunFailed).message  # type: ignore[union-attr]


def test_a_run_that_was_reset_is_gone(worker: Worker, number: int, tmp_path: Path) -> None:
    worker.send(start(number))
    worker.last(protocol.RunFinished)
    save = protocol.SaveBundle(5, number, str(tmp_path / "x.playground"))
    worker.send(protocol.Forget(number), save, protocol.Resume(number))
    assert worker.last(protocol.RequestFailed).request == 5  # type: ignore[union-attr]
    assert "nothing to go on with" in worker.last(protocol.RunFailed).message  # type: ignore[union-attr]


def test_going_on_may_be_asked_for_as_soon_as_the_end_is_heard_of(worker: Worker, number: int) -> None:
    worker.send(start(number, small(epochs=1)))
    for round_ in range(1, 31):
        assert worker.last(protocol.RunFinished).epochs == round_  # type: ignore[union-attr]
        worker.send(protocol.Resume(number))
    worker.last(protocol.RunFinished)


@pytest.fixture
def bundle(worker: Worker, number: int, tmp_path: Path) -> Path:
    """A trained bundle, 18 steps and two epochs in."""
    path = tmp_path / "a.playground"
    worker.send(start(number))
    worker.until(protocol.RunFinished)
    worker.send(protocol.SaveBundle(1, number, str(path)))
    worker.last(protocol.Saved)
    return path


def opened(worker: Worker, path: Path, data_dir: str | None = None) -> int:
    """The number of the run that ``path`` was opened as."""
    number = next(_numbers)
    worker.send(protocol.OpenBundle(number, str(path), data_dir))
    worker.last(protocol.BundleOpened)
    return number


def test_stop_of_an_opened_bundle_is_answered_with_where_it_is(worker: Worker, bundle: Path, tmp_path: Path) -> None:
    number = opened(worker, bundle)
    worker.send(protocol.Stop(number))
    answer = worker.last(protocol.RunFinished)
    test = read_bundle_text(bundle).metadata["test"]
    assert test is not None
    assert answer == protocol.RunFinished(number, "stopped", 2, 18, test, 0.0, 0.0)
    worker.send(protocol.SaveBundle(9, number, str(tmp_path / "again.playground")))
    assert worker.last(protocol.Saved, protocol.RequestFailed) == protocol.Saved(9, str(tmp_path / "again.playground"))
    worker.send(protocol.Resume(number))
    assert worker.last(protocol.RunFinished).step == 36  # type: ignore[union-attr]


def test_stop_while_a_bundle_is_being_opened_is_answered_after_it(worker: Worker, bundle: Path) -> None:
    number = next(_numbers)
    worker.send(protocol.OpenBundle(number, str(bundle)), protocol.Stop(number))
    answers = worker.until(protocol.RunFinished)
    # what it shows may come before the end, or after it
    told = [type(event).__name__ for event in answers if not isinstance(event, protocol.Predictions)]
    assert told == ["BundleOpened", "RunFinished"]


def test_a_run_that_ended_is_not_ended_twice_by_a_late_stop(worker: Worker, number: int) -> None:
    worker.send(start(number))
    worker.last(protocol.RunFinished)
    other = next(_numbers)
    worker.send(protocol.Stop(number), start(other, paused=True))
    assert isinstance(worker.until(protocol.RunStarted, protocol.RunFinished)[0], protocol.RunStarted)


def test_a_learning_rate_set_on_an_opened_bundle_holds_when_it_goes_on(worker: Worker, bundle: Path) -> None:
    number = opened(worker, bundle)
    worker.send(protocol.SetLearningRate(number, 0.25), protocol.Resume(number))
    events = worker.until(protocol.RunFinished)
    assert {e.learning_rate for e in events if isinstance(e, protocol.Progress)} == {0.25}


@pytest.fixture
def bundle_without_data(bundle: Path, tmp_path: Path) -> Path:
    """A bundle whose data set is not there, and has nowhere to be written to."""
    from playground.core import bundle as file

    members = file.read_members(bundle)
    text = members[file.PROJECT].decode().replace('"dataset": "digits"', '"dataset": "mnist"')
    path = tmp_path / "mnist.playground"
    file.write_members(path, members | {file.PROJECT: text.encode()})
    return path


@pytest.mark.parametrize("again", [protocol.Resume, protocol.StepOnce])
def test_a_bundle_that_could_not_go_on_stays_open_for_another_data_folder(
    worker: Worker, bundle_without_data: Path, tmp_path: Path, again: type[protocol.Resume]
) -> None:
    nowhere, elsewhere = tmp_path / "a file", tmp_path / "another file"
    for path in (nowhere, elsewhere):
        path.write_text("no folder")
    number = opened(worker, bundle_without_data, str(nowhere))
    worker.send(protocol.SetLearningRate(number, 0.25), protocol.Resume(number))
    assert str(nowhere) in worker.last(protocol.RunFailed).message  # type: ignore[union-attr]
    worker.send(again(number, str(elsewhere)))
    assert str(elsewhere) in worker.last(protocol.RunFailed).message  # type: ignore[union-attr]
    worker.send(again(number))
    assert str(elsewhere) in worker.last(protocol.RunFailed).message  # type: ignore[union-attr]
    worker.send(protocol.Stop(number))
    assert worker.last(protocol.RunFinished).step == 18  # type: ignore[union-attr]


def test_a_request_for_a_run_that_was_replaced_is_refused_while_the_new_one_runs(worker: Worker, number: int) -> None:
    other = next(_numbers)
    worker.send(protocol.Start(other, endless()))
    worker.last(protocol.Progress)
    worker.send(protocol.SaveBundle(3, number, "x.playground"))
    assert worker.last(protocol.RequestFailed, protocol.RunFinished).request == 3  # type: ignore[union-attr]
    worker.send(protocol.Forget(other))
    worker.last(protocol.RunFinished)


def test_a_bundle_saved_in_the_middle_knows_how_long_it_was_trained(
    worker: Worker, number: int, tmp_path: Path
) -> None:
    path = tmp_path / "x.playground"
    worker.send(protocol.Start(number, endless()))
    worker.last(protocol.Progress)
    worker.send(protocol.SaveBundle(1, number, str(path)))
    worker.last(protocol.Saved)
    worker.send(protocol.Stop(number))
    finished = worker.last(protocol.RunFinished)
    assert 0 < read_bundle_text(path).metadata["seconds"] < finished.seconds  # type: ignore[union-attr]


def main_with_a_failing_card(connection: Connection) -> None:
    """A worker whose device fails for good at the fifth step of a run that is not the warm-up's."""
    import torch

    from playground.engine.loop import loop
    from playground.engine.tasks import Supervised

    real, steps = Supervised.step, iter(range(1000))

    def step(*given: object) -> object:
        if next(steps) == 5:
            loop.answers = lambda device: False  # the one thing of a dead card that a machine without one lacks
            raise torch.AcceleratorError("CUDA error: device-side assert triggered\nlong advice")
        return real(*given)  # type: ignore[arg-type]

    Supervised.step = step  # type: ignore[assignment, method-assign]
    main(connection)


def test_a_worker_whose_graphics_card_failed_tells_it_and_ends(number: int, tmp_path: Path) -> None:
    process, connection = spawn(main_with_a_failing_card)
    worker = Worker(connection)
    worker.last(protocol.Ready)
    worker.send(protocol.Start(number, endless()))
    failed = worker.last(protocol.RunFailed)
    assert isinstance(failed, protocol.RunFailed)
    assert "graphics card failed" in failed.message
    assert "device-side assert" in failed.message
    assert "long advice" not in failed.message
    process.join(PATIENCE_SECONDS)
    connection.close()
    assert process.exitcode == protocol.EXIT_DEVICE_LOST


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX")
def test_a_worker_whose_window_disappears_ends_even_in_the_middle_of_a_run() -> None:
    process, connection = spawn()
    worker = Worker(connection)
    worker.last(protocol.Ready)
    worker.send(protocol.Start(1, endless()))
    worker.last(protocol.Progress)
    connection.close()
    process.join(PATIENCE_SECONDS)
    assert process.exitcode == 0


ORPHAN = """
import multiprocessing, sys
from playground.engine.worker import main
if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=main, args=(theirs,), daemon=True)
    process.start()
    ours.recv()
    print(process.pid, flush=True)
    sys.stdin.read()
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX")
def test_killing_the_window_leaves_no_worker(tmp_path: Path) -> None:
    script = tmp_path / "window.py"
    script.write_text(ORPHAN)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(
        [sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    ) as window:
        assert window.stdout is not None
        orphan = psutil.Process(int(window.stdout.readline()))
        window.send_signal(signal.SIGKILL)
        window.wait(PATIENCE_SECONDS)
    psutil.wait_procs([orphan], timeout=PATIENCE_SECONDS)
    assert not orphan.is_running() or orphan.status() == psutil.STATUS_ZOMBIE


def test_ctrl_c_in_the_terminal_is_left_to_the_window(shared: tuple[Worker, BaseProcess], number: int) -> None:
    worker, process = shared
    assert process.pid is not None
    worker.send(start(number, paused=True))
    worker.last(protocol.RunPaused)
    os.kill(process.pid, signal.SIGINT)
    worker.send(protocol.Resume(number))
    assert worker.last(protocol.RunFinished).reason == "finished"  # type: ignore[union-attr]


def in_thread(body: Callable[[Worker], None]) -> None:
    ours, theirs = multiprocessing.Pipe()
    thread = threading.Thread(target=main, args=(theirs,))
    thread.start()
    try:
        body(Worker(ours))
    finally:
        ours.send(protocol.Shutdown())
        thread.join(PATIENCE_SECONDS)
        ours.close()
        theirs.close()
    assert not thread.is_alive()


def test_the_worker_in_a_thread_gives_the_same_numbers(worker: Worker, number: int) -> None:
    worker.send(start(number))
    expected = worker.last(protocol.RunFinished)

    def body(other: Worker) -> None:
        other.last(protocol.Ready)
        other.send(start(number))
        assert other.last(protocol.RunFinished).test == expected.test  # type: ignore[union-attr]

    in_thread(body)
