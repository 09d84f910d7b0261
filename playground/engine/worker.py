"""The training process: ``main`` with one end of a pipe. Importing this loads no torch; running it does."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from playground.core.language import speak_as_told
from playground.engine.data_desk import DataDesk
from playground.engine.outbox import Outbox
from playground.engine.session import Session
from playground.protocol import EXIT_DEVICE_LOST, DataCommand, Shutdown

if TYPE_CHECKING:
    from playground.engine.runner import Runner

# What the last events and a step under way may take once the end is asked for.
LAST_WORDS_SECONDS = 2.0
# A worker whose window is gone has nobody left to wait for.
ORPHAN_SECONDS = 3.0


def main(connection: Connection) -> None:
    """Serve commands until ``Shutdown`` or until the pipe closes. For a process of its own or a thread."""
    own_process = multiprocessing.parent_process() is not None
    if own_process:
        speak_as_told()
        # Ctrl-C in a terminal reaches every process of its group: the window decides what it means
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    session, done = Session(), threading.Event()
    outbox, exit_code = Outbox(connection), 0
    desk = DataDesk(outbox.put)
    reader = threading.Thread(
        target=_read, args=(connection, session, desk, done, own_process), name="playground commands", daemon=True
    )
    reader.start()
    runner: Runner | None = None
    try:
        from playground.engine.runner import Runner
        from playground.engine.warm_up import ready

        outbox.put(ready())
        runner = Runner(outbox.put, session.soon)
        desk.open()
        while not _work(session, runner):
            if own_process:
                exit_code = EXIT_DEVICE_LOST
                break
    finally:
        desk.close()
        if runner is not None:
            runner.close()
        outbox.close(LAST_WORDS_SECONDS)
        done.set()
    if own_process:
        # at once: while the interpreter unwinds, threads of native libraries that still live may abort the process
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(exit_code)


def _work(session: Session, runner: Runner) -> bool:
    """Serve until the end is asked for; False when the graphics card was lost, which only a new process mends."""
    from playground.engine.errors import DeviceLost

    try:
        session.work(runner)
    except DeviceLost:
        return False
    return True


def _read(connection: Connection, session: Session, desk: DataDesk, done: threading.Event, own_process: bool) -> None:
    """Hand commands over as they come. A closed pipe means that the window is gone, and the process follows it."""
    while True:
        try:
            command = connection.recv()
        except (EOFError, OSError):
            session.receive(Shutdown())
            if own_process and not done.wait(ORPHAN_SECONDS):
                os._exit(1)
            return
        if isinstance(command, DataCommand):
            desk.receive(command)
            continue
        session.receive(command)
        if isinstance(command, Shutdown):
            return
