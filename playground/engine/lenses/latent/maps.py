"""Maps of codes that take seconds: worked out in a process of its own, while training and looking go on."""

from __future__ import annotations

import io
import json
import os
import queue
import subprocess
import sys
import threading
import weakref
from pathlib import Path
from typing import Any

import numpy as np

from playground.core.language import tr
from playground.engine.errors import CannotTrain
from playground.engine.frozen import frozen
from playground.engine.lenses.latent.coding import coding
from playground.engine.lenses.latent.encoded import Encoded, ToEncode, map_methods, to_encode
from playground.engine.lenses.study import Study
from playground.engine.lenses.subjects import BroughtSamples
from playground.engine.state import TrainingState
from playground.protocol.lenses import LatentMap, LatentMapSeen

_SCRIPT = Path(__file__).with_name("map_process.py")
_MOST, _LEAST = 1000, 4
_PATIENCE = 0.03  # seconds that a look waits for news: nobody asks in circles
_ENCODING = 0.05  # part of the progress that encoding makes


class Maps(Study):
    """Encodes, then lets the process work. When the lens is closed the process is ended."""

    def __init__(self) -> None:
        self.unfinished = True
        self._frozen: TrainingState | None = None  # while its codes are worked out: training goes on
        self._encoded: Encoded | None = None
        self._worked: _Worked | None = None
        self._step = 0
        self._seen: LatentMapSeen | None = None

    def look(self, state: TrainingState, lens: LatentMap, brought: BroughtSamples) -> LatentMapSeen:
        if self._seen is not None:
            return self._seen
        encoded = self._begun(state, lens)
        if self._worked is None:
            assert self._frozen is not None
            encoded.more(self._frozen, coding(self._frozen, lens.network, lens.layer), keep=True)
            if not encoded.whole:
                return self._shown(encoded.wanted, _ENCODING * encoded.done / len(encoded.wanted.numbers))
            self._worked, self._frozen = _work(encoded, lens, state.project.training.seed), None
            weakref.finalize(self, self._worked.end)
        found = self._worked.news()
        if found is None:
            return self._shown(encoded.wanted, _ENCODING + (1 - _ENCODING) * self._worked.done)
        self.unfinished = False
        self._seen = self._shown(encoded.wanted, 1.0, found)
        return self._seen

    def _begun(self, state: TrainingState, lens: LatentMap) -> Encoded:
        if self._encoded is None:
            if lens.method not in map_methods():
                raise CannotTrain(
                    tr("UMAP is not installed."), tr("Add the package umap-learn to the program's environment.")
                )
            how = coding(state, lens.network, lens.layer)
            wanted = to_encode(state, how, _MOST)
            if len(wanted.numbers) < _LEAST:
                raise CannotTrain(tr("A map takes {least} samples at least.", least=_LEAST), tr("Use more data."))
            self._encoded, self._step = Encoded(lens.network, wanted), state.position.step
            self._frozen = frozen(state)
        return self._encoded

    def _shown(self, wanted: ToEncode, progress: float, points: np.ndarray | None = None) -> LatentMapSeen:
        shown = np.zeros((0, 2), np.float32) if points is None else points
        return LatentMapSeen(
            self._step, progress, wanted.part, wanted.numbers, shown, wanted.labels, wanted.classes,
            wanted.values, wanted.value_name,
        )  # fmt: skip


def _work(encoded: Encoded, lens: LatentMap, seed: int) -> _Worked:
    codes = encoded.codes
    if not np.isfinite(codes).all():
        raise CannotTrain(tr("Some codes are not finite."), tr("Train with a smaller learning rate."))
    return _Worked(codes, lens.method, seed % 2**32)


class _Worked:
    """The process, and a thread that feeds and hears it; neither is waited for."""

    def __init__(self, codes: np.ndarray, method: str, seed: int) -> None:
        self.done = 0.0
        self._news: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        command = [sys.executable, "-P", "-B", "-X", "utf8", str(_SCRIPT), method, str(seed)]
        try:
            self._process = subprocess.Popen(  # noqa: S603  (this Python, our own script)
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                # training has the other cores
                env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )  # fmt: skip
        except OSError as error:
            raise CannotTrain(
                tr("The map's process cannot be started: {value}.", value=error.strerror or error)
            ) from error
        given = io.BytesIO()
        np.save(given, codes.astype(np.float32))
        threading.Thread(
            target=_hear, args=(self._process, given.getvalue(), self._news), name="playground map", daemon=True
        ).start()

    def news(self) -> np.ndarray | None:
        """The points when they are there; waits for a moment. Raises ``CannotTrain`` when it went wrong."""
        try:
            told = self._news.get(timeout=_PATIENCE)
        except queue.Empty:
            return None
        if "error" in told:
            raise CannotTrain(tr("The map could not be made: {told}.", told=told["error"]))
        if "points" in told:
            return np.asarray(told["points"], np.float32)
        self.done = float(told["done"])
        return None

    def end(self) -> None:
        """Kill it, if it still works."""
        self._process.kill()


def _hear(process: subprocess.Popen[bytes], given: bytes, news: queue.SimpleQueue[dict[str, Any]]) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    with process:
        try:
            process.stdin.write(given)
            process.stdin.close()
        except OSError:
            news.put({"error": tr("its process ended early")})
            return
        last: dict[str, Any] = {}
        for line in process.stdout:
            last = json.loads(line)
            news.put(last)
        if "points" not in last and "error" not in last:
            news.put({"error": tr("its process ended early")})
