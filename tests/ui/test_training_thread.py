"""One life of a worker process, as its thread sees it."""

from __future__ import annotations

import os
import signal
import sys

import psutil
import pytest
from pytestqt.qtbot import QtBot

from playground.protocol import Ready, RunFailed, Start, WorkerDied
from playground.ui import training_thread
from playground.ui.training_thread import TrainingThread


@pytest.mark.skipif(sys.platform == "win32", reason="there are no stopped processes")
def test_events_come_through_and_even_a_worker_that_hangs_is_ended(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training_thread, "GRACE", 0.2)
    monkeypatch.setattr(training_thread, "KILL_GRACE", 0.2)
    events: list[object] = []
    thread = TrainingThread()
    thread.received.connect(events.append)
    thread.send(Start(7, "this is not a project"))  # before it listens: kept, in order
    thread.start()
    qtbot.waitUntil(lambda: len(events) >= 2, timeout=60_000)
    assert isinstance(events[0], Ready)
    assert isinstance(events[1], RunFailed)
    assert events[1].run == 7
    assert thread.pid is not None
    worker = psutil.Process(thread.pid)
    os.kill(thread.pid, signal.SIGSTOP)
    thread.shut_down()
    assert not worker.is_running()
    assert not any(isinstance(event, WorkerDied) for event in events)  # its end was asked for


@pytest.mark.parametrize(
    ("exit_code", "text"),
    [
        (-9, "The training process was killed (SIGKILL), perhaps because memory ran out."),
        (-11, "The training process crashed (SIGSEGV)."),
        (3, "The training process ended unexpectedly (exit code 3)."),
    ],
)
def test_the_end_of_a_worker_is_told_in_words(exit_code: int, text: str) -> None:
    assert training_thread._obituary(exit_code) == text
