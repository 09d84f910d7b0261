"""The worker's export desk: every export runs in a process of its own, and training goes on meanwhile."""

from __future__ import annotations

import json
import logging
import os
import secrets
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

import playground
from playground import protocol
from playground.core.language import mark, tr
from playground.engine.export.beside import clear_up
from playground.engine.export.clean_process import KEEP_MEMORY
from playground.protocol import CancelExport, Exported, ExportModel, ExportProgress, Proof, RequestFailed

_log = logging.getLogger(__name__)
CANCELLED = mark("The export was cancelled; nothing was written.")


@dataclass(frozen=True)
class Job:
    """What is exported: a bundle's bytes under its path, or a project with safetensors for its ``network``.

    ``content`` gives those bytes; it is called on the desk's thread, not on that of the run. ``samples``: float32 or
    int64 N×shape to try it on; None has the process look for the project's data. ``inputs`` and ``targets`` are the
    preparation that was fitted, as plain data, ``words`` those of a network that reads texts. ``data_sha256`` gives
    what identifies the data, on the desk's thread too.
    """

    content: Callable[[], bytes]
    bundle: str | None = None
    project: str = ""
    network: str = ""
    samples: np.ndarray | None = None
    inputs: dict[str, Any] | None = None
    targets: dict[str, Any] | None = None
    words: tuple[str, ...] = ()
    data_sha256: Callable[[], str] = lambda: ""


class ExportDesk:
    """``begin`` returns at once; the answer is told when it is there. All methods are for any thread."""

    def __init__(self, tell: Callable[[protocol.Event], None]) -> None:
        self._tell = tell
        self._lock = threading.Lock()
        self._running: dict[int, subprocess.Popen[bytes] | None] = {}
        self._threads: list[threading.Thread] = []
        self._cancelled: set[int] = set()
        self._closed = False

    def begin(self, request: ExportModel, job: Job) -> None:
        thread = threading.Thread(target=self._serve, args=(request, job), name="playground export", daemon=True)
        with self._lock:
            self._running[request.request] = None
            self._threads = [*(other for other in self._threads if other.is_alive()), thread]
        thread.start()

    def cancel(self, command: CancelExport) -> None:
        """Also one that has not reached the desk yet."""
        with self._lock:
            self._cancelled.add(command.request)
            process = self._running.get(command.request)
            if process is not None:
                process.kill()

    def close(self) -> None:
        """End what is under way and wait for it: no process is left when this returns."""
        with self._lock:
            self._closed = True
            for process in self._running.values():
                if process is not None:
                    process.kill()
            threads = self._threads
        for thread in threads:
            thread.join()

    def _serve(self, request: ExportModel, job: Job) -> None:
        token = secrets.token_hex(4)
        event: protocol.Event
        try:
            event = self._do(request, job, token)
        except OSError as error:
            event = RequestFailed(
                request.request, tr("The export cannot be started: {value}.", value=error.strerror or error)
            )
        except MemoryError:
            event = RequestFailed(request.request, tr("This machine has too little memory for the export."))
        except Exception as error:  # noqa: BLE001  (a bug must not leave a person waiting)
            _log.exception("an export failed")
            event = RequestFailed(
                request.request, tr("The export failed unexpectedly: {name}.", name=type(error).__name__)
            )
        finally:
            clear_up(Path(request.path), token)
        with self._lock:
            del self._running[request.request]
        self._tell(event)

    def _do(self, request: ExportModel, job: Job, token: str) -> protocol.Event:
        content = job.content()
        parts = [content] if job.samples is None else [content, np.ascontiguousarray(job.samples).tobytes()]
        order = {
            "path": request.path, "format": request.format, "data_dir": request.data_dir, "token": token,
            "bundle": job.bundle, "project": job.project, "network": job.network,
            "samples": None if job.samples is None else [job.samples.dtype.str, list(job.samples.shape)],
            "sizes": [len(part) for part in parts], "inputs": job.inputs, "targets": job.targets, "part": request.part,
            "words": list(job.words), "data_sha256": job.data_sha256() if request.format == "py" else "",
        }  # fmt: skip
        process = self._started(request.request)
        if process is None:
            return RequestFailed(request.request, tr(CANCELLED))
        with process:
            answer = self._converse(process, request, [json.dumps(order).encode() + b"\n", *parts])
            assert process.stdin is not None
            _close(process)
        if "exported" in answer:
            return _exported(request, answer["exported"])
        if self._is_cancelled(request.request):
            return RequestFailed(request.request, tr(CANCELLED))
        if "error" in answer:
            return RequestFailed(request.request, answer["error"], answer["hint"])
        return RequestFailed(request.request, _obituary(process.returncode), tr("Nothing was written. Try again."))

    def _started(self, request: int) -> subprocess.Popen[bytes] | None:
        """The process, unless nobody wants it any more. Raises ``OSError``."""
        home = str(Path(playground.__file__).parent.parent)
        path = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
        with self._lock:
            if self._closed or request in self._cancelled:
                return None
            process = self._running[request] = subprocess.Popen(
                [sys.executable, "-X", "utf8", "-m", "playground.engine.export.process"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, **KEEP_MEMORY, "PYTHONPATH": path},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            return process

    def _converse(self, process: subprocess.Popen[bytes], request: ExportModel, parts: list[bytes]) -> dict[str, Any]:
        """Hand over the job, tell of its stages; the last answer, or nothing from a process that was ended."""
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            for part in parts:
                process.stdin.write(part)
            process.stdin.flush()
        except BrokenPipeError:
            return {}
        for line in process.stdout:
            answer: dict[str, Any] = json.loads(line)
            if "stage" not in answer:
                return answer
            self._tell(ExportProgress(request.request, answer["stage"]))
        return {}

    def _is_cancelled(self, request: int) -> bool:
        with self._lock:
            return self._closed or request in self._cancelled


def _exported(request: ExportModel, found: dict[str, Any]) -> Exported:
    proof = Proof(**{**found["proof"], "batches": tuple(found["proof"]["batches"])})
    lines, files = tuple(found["lines"]), tuple(found["files"])
    return Exported(request.request, request.path, request.format, lines, files, proof, found["replaced"])


def _close(process: subprocess.Popen[bytes]) -> None:
    """The end of its input is the end of the process; one that was killed no longer takes what was written."""
    assert process.stdin is not None
    try:
        process.stdin.close()
    except BrokenPipeError:
        return


def _obituary(code: int) -> str:
    if code == -9:
        return tr("The export was killed, perhaps because memory ran out.")
    return tr("The export process ended unexpectedly (exit code {code}).", code=code)
