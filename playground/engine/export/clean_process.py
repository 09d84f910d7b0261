"""The clean process in which an exported file is read again: started early, asked line by line, never left behind."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from playground.core.language import mark, tr
from playground.engine.export.errors import ExportError

SCRIPT = Path(__file__).with_name("reload.py")
# Importing torch from a slow disk takes a while; running 64 samples does not.
START_SECONDS = 120.0
_END_SECONDS = 5.0
# A fresh process gives its memory back after every run and gets it page by page for the next, one that has lived for a
# while keeps it: without this the same network seemed half as fast there. (glibc's; others do not mind.)
KEEP_MEMORY = {"MALLOC_TRIM_THRESHOLD_": str(2**30), "MALLOC_MMAP_THRESHOLD_": str(2**30)}


class CleanProcess:
    """``ask`` gives an order and waits for the answer; every failure is an ``ExportError`` of one sentence."""

    def __init__(self, kind: str) -> None:
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  (closed in __exit__)
        # -P, -B: neither modules of this folder nor traces of having been there
        command = [sys.executable, "-P", "-B", "-X", "utf8", str(SCRIPT), kind]
        try:
            self._process = subprocess.Popen(  # noqa: S603  (this Python, our own script)
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                env={**os.environ, **KEEP_MEMORY},
                text=True,
                encoding="utf-8",
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            self._errors.close()
            why = error.strerror or error
            raise ExportError(tr("The process that checks exports cannot be started: {why}.", why=why)) from error
        self._answers: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._listener = threading.Thread(target=self._listen, name="playground proof", daemon=True)
        self._listener.start()

    def __enter__(self) -> CleanProcess:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def ask(self, do: str, *, seconds: float = START_SECONDS, **order: Any) -> Mapping[str, Any]:
        """Raises ``ExportError`` when the file cannot be read or run, when the process dies, and when time is up."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps({"do": do, **order}) + "\n")
            self._process.stdin.flush()
        except OSError as error:  # it has ended
            raise self._died() from error
        try:
            line = self._answers.get(timeout=seconds)
        except queue.Empty:
            raise ExportError(
                tr(
                    "The exported file gave no answer within {seconds:,.0f} seconds; nothing was written.",
                    seconds=seconds,
                ),
                tr("Try again when the machine is less busy."),
            ) from None
        if line is None:
            raise self._died()
        answer: dict[str, Any] = json.loads(line)
        if "error" in answer:
            raise ExportError(
                tr("What was exported does not run: {answer}; nothing was written.", answer=answer["error"]), tr(_OTHER)
            )
        return answer

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._answers.put(line)
        self._answers.put(None)

    def _died(self) -> ExportError:
        """Why the process is gone."""
        try:
            code = self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            return ExportError(
                tr("The process that checks the export closed its output; nothing was written."), tr(_OTHER)
            )
        if code == -getattr(signal, "SIGKILL", 9):
            what = tr("was killed, perhaps because memory ran out")
        elif code < 0:
            what = tr("crashed ({signal_name})", signal_name=_signal_name(-code))
        else:
            what = tr("ended early (exit code {code}){last_words}", code=code, last_words=self._last_words())
        return ExportError(tr("The process that checks the export {what}; nothing was written.", what=what), tr(_OTHER))

    def _last_words(self) -> str:
        self._errors.seek(0, os.SEEK_END)
        self._errors.seek(max(0, self._errors.tell() - 4000))
        lines = self._errors.read().decode("utf-8", "replace").strip().splitlines()
        return f": {lines[-1][:300]}" if lines else ""

    def _end(self) -> None:
        self._process.kill()
        self._process.wait()
        self._listener.join()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                _close(stream)
        self._errors.close()


_OTHER = mark("Another format may do.")


def _signal_name(number: int) -> str:
    return signal.Signals(number).name if number in set(signal.Signals) else tr("signal {number}", number=number)


def _close(stream: IO[str]) -> None:
    try:
        stream.close()
    except BrokenPipeError:
        return  # an order that nobody takes any more
