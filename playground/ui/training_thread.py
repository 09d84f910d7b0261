"""The thread that owns the training process: starts it, carries commands to it and events back, sees it die.

One object is one life of one worker. With ``in_thread`` the same worker runs in a thread of this process instead,
for debugging.
"""

from __future__ import annotations

import multiprocessing
import signal
import threading
import time
from collections import deque
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from PySide6.QtCore import QObject, QThread, Signal

from playground.core.language import tr
from playground.engine.worker import main as worker_main
from playground.protocol import Command, Ready, Shutdown, WorkerDied

# What an orderly end may take: the worker answers at once, but must unload torch.
GRACE = 3.0
# Before it is ready the worker imports torch and hears nothing; it also has nothing to lose.
GRACE_BEFORE_READY = 0.2
KILL_GRACE = 2.0


class TrainingThread(QThread):
    """Events arrive by ``received``, in order; the last one is ``WorkerDied`` unless ``shut_down`` was asked for."""

    received = Signal(object)

    def __init__(self, *, in_thread: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("training")
        self._in_thread = in_thread
        self._commands: deque[Command] = deque()
        self._woken, self._waker = multiprocessing.Pipe(duplex=False)
        self._closing = threading.Event()
        self._ready, self._waited = False, 0.0  # whether it lives, and seconds that its last words took
        self._process: BaseProcess | None = None

    @property
    def pid(self) -> int | None:
        """Process id of the worker; None before it runs and with ``in_thread``."""
        return self._process.pid if self._process is not None else None

    def send(self, command: Command) -> None:
        """Hand over a command without waiting; it is sent in order as soon as the worker listens."""
        self._commands.append(command)
        self._waker.send_bytes(b"c")

    def shut_down(self) -> None:
        """End the worker and wait for it: by request, then by force. No process is left when this returns."""
        self._closing.set()
        self.send(Shutdown())
        if not self.wait(int(1000 * (GRACE + 2 * KILL_GRACE))) and self._process is not None:
            self._process.kill()  # stopped in the middle of a message: the thread waits for it
        self.wait()
        self._waker.close()
        self._woken.close()

    # --- in the thread ---

    def run(self) -> None:
        """Runs in the new thread; the worker's whole life."""
        if self._closing.is_set():
            return
        ours, theirs = multiprocessing.get_context("spawn").Pipe()
        with ours:
            if self._in_thread:
                self._live_with_thread(ours, theirs)
            else:
                self._live_with_process(ours, theirs)

    def _live_with_process(self, ours: Connection, theirs: Connection) -> None:
        context = multiprocessing.get_context("spawn")
        process = context.Process(target=worker_main, args=(theirs,), name="playground worker", daemon=True)
        try:
            process.start()
        except OSError as error:
            theirs.close()
            self._report(
                WorkerDied(
                    tr("The training process cannot be started: {reason}.", reason=error.strerror or error), None, None
                )
            )
            return
        self._process = process
        theirs.close()  # so that its end is seen here
        try:
            self._serve(ours, process.sentinel)
        finally:
            _end(process, max(0.0, self._grace - self._waited))
        self._report(WorkerDied(_obituary(process.exitcode), process.exitcode, None))

    def _live_with_thread(self, ours: Connection, theirs: Connection) -> None:
        worker = threading.Thread(target=_run_and_close, args=(theirs,), name="playground worker", daemon=True)
        worker.start()
        self._serve(ours, None)
        if self._closing.is_set():
            worker.join()
        self._report(WorkerDied(tr("The training thread ended."), None, None))

    def _report(self, event: WorkerDied) -> None:
        if not self._closing.is_set():
            self.received.emit(event)

    def _serve(self, connection: Connection, sentinel: int | None) -> None:
        """Until the worker is gone or the end is asked for."""
        sources: list[Connection | int] = [connection, self._woken]
        if sentinel is not None:
            sources.append(sentinel)
        try:
            while not self._closing.is_set():
                ready = wait(sources)
                if self._woken in ready:
                    self._send_waiting(connection)
                if connection in ready:
                    self._forward(connection.recv())
                elif sentinel in ready:
                    return  # only when nothing is left to read
            self._send_waiting(connection)
            self._read_out(connection, sources)
        except (EOFError, OSError):
            return  # the other end is closed, perhaps in the middle of a message

    def _read_out(self, connection: Connection, sources: list[Connection | int]) -> None:
        """Nobody hears what it tells at the end, but while the pipe is full it would wait with it, and we for it."""
        began, worker = time.monotonic(), [each for each in sources if each is not self._woken]
        while connection in wait(worker, max(0.0, self._grace - (time.monotonic() - began))):
            connection.recv_bytes()
        self._waited = time.monotonic() - began

    @property
    def _grace(self) -> float:
        """Seconds that the worker has to end by itself."""
        return GRACE if self._ready else GRACE_BEFORE_READY

    def _send_waiting(self, connection: Connection) -> None:
        while self._woken.poll():
            self._woken.recv_bytes()
        while self._commands:
            connection.send(self._commands.popleft())

    def _forward(self, event: object) -> None:
        self._ready = self._ready or isinstance(event, Ready)
        if not self._closing.is_set():
            self.received.emit(event)


def _run_and_close(connection: Connection) -> None:
    with connection:
        worker_main(connection)


def _end(process: BaseProcess, grace: float) -> None:
    """Wait for the process, then make it end."""
    process.join(grace)
    if process.is_alive():
        process.terminate()
        process.join(KILL_GRACE)
    if process.is_alive():
        process.kill()
        process.join()


def _obituary(exit_code: int | None) -> str:
    """What happened, for people."""
    if exit_code is None or exit_code >= 0:
        return tr("The training process ended unexpectedly (exit code {exit_code}).", exit_code=exit_code)
    known = -exit_code in set(signal.Signals)
    name = signal.Signals(-exit_code).name if known else tr("signal {number}", number=-exit_code)
    if name == "SIGKILL":
        return tr("The training process was killed (SIGKILL), perhaps because memory ran out.")
    return tr("The training process crashed ({name}).", name=name)
