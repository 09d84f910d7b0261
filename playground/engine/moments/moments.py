"""The moments that are kept of one run: bounded in number and on disk, evenly spread over what it went through."""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from torch import Tensor

from playground.core.language import tr
from playground.engine.moments.folder import Folder
from playground.engine.moments.moment import Moment, Unreadable, read_weights, size_of, uninterrupted
from playground.engine.moments.thinning import superfluous
from playground.engine.state import TrainingState

MOST = 64
MOST_BYTES, FREE_SHARE = 2**30, 0.02  # of all together: the lesser of so many, and of that part of the free disk
_FEWEST = 3  # a network of which not even so many fit is not kept at all
_BETWEEN = 32  # within an epoch the next moment is a part of that many of the way so far behind the last
# Seconds between two within an epoch, and between two ends of epochs; and so many times what the last one took.
_SECONDS, _EPOCH_SECONDS, _LEISURE = 0.3, 0.1, 150
_MOST_WAITING = 128 * 2**20  # bytes that wait to be written; when a disk is that slow, moments are left out
_SPARE = 50 * 2**20  # bytes that are left free on the disk in any case
_log = logging.getLogger(__name__)

# Steps that there are, and why there are no more.
Changed = Callable[[tuple[int, ...], str], None]


def _nobody(_steps: tuple[int, ...], _note: str) -> None:
    """Nobody is told."""


@dataclass
class Kept:
    """Bytes, whether it is of the end of an epoch, and the ``moment`` itself until it is on disk."""

    size: int
    epoch_end: bool
    moment: Moment | None


class Moments:
    """``keep`` and ``rewind`` are for the thread that trains; files are written by a thread that ends when it is done.

    ``changed`` is called with the steps of which there is a moment whenever they are others, from either thread.
    """

    def __init__(
        self, changed: Changed = _nobody, *, folder: Folder | Path | None = None, most: int = MOST,
        most_bytes: int | None = None,
    ) -> None:  # fmt: skip
        self.changed, self._most, self._most_bytes = changed, most, most_bytes
        self.folder = folder if isinstance(folder, Folder) else Folder(folder)
        self._kept: dict[int, Kept] = {}  # by step, rising
        self._lock = threading.RLock()
        self._writer: threading.Thread | None = None
        self._due = self._due_between = 0.0
        self._took: deque[float] = deque(maxlen=5)  # seconds of the last ones
        self._closed = False
        self.note = ""  # why no more are kept, in a sentence
        self.looked_at: int | None = None  # a step that somebody looks at: its moment stays
        self.generation = 0  # rises when steps may be there anew with other weights

    # --- what there is ---

    @property
    def steps(self) -> tuple[int, ...]:
        with self._lock:
            return tuple(self._kept)

    @property
    def nbytes(self) -> int:
        """On disk, or on the way there."""
        with self._lock:
            return sum(kept.size for kept in self._kept.values())

    def nearest(self, step: int) -> int | None:
        """The last step at or before ``step`` of which there is a moment, else the first; None where there is none."""
        steps = self.steps
        return max((known for known in steps if known <= step), default=steps[0] if steps else None)

    def get(self, step: int) -> Moment:
        """Raises ``Unreadable``."""
        with self._lock:
            kept = self._kept.get(step)
            if kept is None:
                raise Unreadable(tr("nothing is kept of step {step:,}", step=step))
            return kept.moment or Moment.read(self.file(step))

    def weights(self, step: int) -> tuple[dict[str, Tensor], dict[str, Any]]:
        """Weights and buffers by name, and the facts of the moment. Raises ``Unreadable``."""
        with self._lock:
            kept = self._kept.get(step)
            if kept is None:
                raise Unreadable(tr("nothing is kept of step {step:,}", step=step))
            return read_weights(self.file(step)) if kept.moment is None else (kept.moment.weights, kept.moment.facts)

    # --- handing on (see handing_on.py) ---

    @property
    def kept(self) -> dict[int, Kept]:
        """By step, rising."""
        with self._lock:
            return dict(self._kept)

    def include(self, kept: Mapping[int, Kept]) -> None:
        """These are there, too: their files are in place, or they are still to be written."""
        with self._lock:
            self._kept = dict(sorted((self._kept | dict(kept)).items()))
            self._write_soon()

    def file(self, step: int) -> Path:
        """Where the moment of ``step`` is, or will be. Raises ``OSError``."""
        return self.folder.path() / f"{step}.safetensors"

    def like(self) -> Moments:
        """None yet, with the same bounds, in a folder beside this one."""
        return Moments(folder=self.folder.parent, most=self._most, most_bytes=self._most_bytes)

    def hand_over(self) -> None:
        """Nobody looks back, and nobody is told any more: the run is left."""
        self.changed, self.looked_at = _nobody, None

    def strip(self) -> None:
        """Drop all but the last one."""
        with self._lock:
            for step in list(self._kept)[:-1]:
                self._drop(step)

    def tell(self) -> None:
        """Call ``changed``: there is somebody else to hear it."""
        self._tell()

    # --- keeping ---

    def offer(
        self, state: TrainingState, *, epoch_end: bool = False, between: Callable[[], object] = uninterrupted
    ) -> None:
        """Keep ``state`` if it is time for it: at ends of epochs before all, between them where these are far apart."""
        now, step = time.perf_counter(), state.position.step
        if now < (self._due if epoch_end else self._due_between) or self.note:
            return
        steps = self.steps
        if steps and step > steps[-1]:
            way, gap = step - steps[0], step - steps[-1]
            if gap * (2 * self._most if epoch_end else _BETWEEN) < way:
                return
        self.keep(state, epoch_end=epoch_end, between=between)

    def keep(
        self, state: TrainingState, *, epoch_end: bool = False, between: Callable[[], object] = uninterrupted
    ) -> None:
        """Keep ``state`` as it is between two steps, all of whose steps have been read. One of its step is replaced.

        ``between``: see ``Moment.of``.
        """
        if self.note or self._closed or not self._has_room(size_of(state)):
            return
        began = time.perf_counter()
        try:
            moment = Moment.of(state, between)
        except (MemoryError, RuntimeError) as error:  # a device that fails for good says so in the next step, too
            _log.warning("a snapshot cannot be taken: %s", error)
            self._give_up(tr("No more steps are kept to look back at: memory is short. Training goes on."))
            return
        with self._lock:
            self.rewind(state.position.step)
            self.generation += moment.step in self._kept
            self._kept[moment.step] = Kept(moment.size, epoch_end, moment)
            self._thin()
            self._write_soon()
        self._tell()
        now = time.perf_counter()
        self._took.append(now - began)
        # the others waited for somebody else, or for what is done but once
        took = _LEISURE * min(self._took) if len(self._took) > 1 else 0.0
        self._due, self._due_between = now + max(_EPOCH_SECONDS, took), now + max(_SECONDS, took)

    def rewind(self, step: int) -> None:
        """Drop what came after ``step``: the run went back."""
        with self._lock:
            later = [known for known in self._kept if known > step]
            for known in later:
                self._drop(known)
            self.generation += bool(later)
        if later:
            self._tell()

    def close(self) -> None:
        """The run is dropped: nothing of it is left on disk when this returns."""
        with self._lock:
            self._closed = True
            self._kept.clear()
            writer = self._writer
        if writer is not None:
            writer.join()
        self.folder.remove()

    # --- bounds ---

    def _has_room(self, size: int) -> bool:
        with self._lock:
            waiting = sum(kept.size for kept in self._kept.values() if kept.moment is not None)
        if waiting and waiting + size > _MOST_WAITING:
            return False
        try:
            if self._most_bytes is None:
                self._most_bytes = min(MOST_BYTES, round(FREE_SHARE * self.folder.free()))
            free = self.folder.free()
        except OSError as error:
            self._give_up(tr("Earlier steps cannot be looked at: {value}.", value=error.strerror or error))
            return False
        if size * _FEWEST > self._most_bytes:
            self._give_up(
                tr(
                    "Earlier steps of this run cannot be looked at: one takes {megabytes}, and {megabytes2} of "
                    "the disk are for them.",
                    megabytes=_megabytes(size),
                    megabytes2=_megabytes(self._most_bytes),
                )
            )
            return False
        if free < 2 * size + _SPARE:
            self._give_up(tr("The disk is full: no more steps are kept to look back at. Training goes on."))
            return False
        return True

    def _thin(self) -> None:
        assert self._most_bytes is not None  # see _has_room
        while len(self._kept) > self._most or (self.nbytes > self._most_bytes and len(self._kept) > 2):
            steps = list(self._kept)
            ends = {step for step in steps if self._kept[step].epoch_end}
            self._drop(superfluous(steps, ends, self.looked_at))

    def _drop(self, step: int) -> None:
        kept = self._kept.pop(step)
        if kept.moment is None:
            with contextlib.suppress(OSError):  # it goes with the folder
                self.file(step).unlink(missing_ok=True)

    def _give_up(self, note: str) -> None:
        self.note = note
        self._tell()

    def _tell(self) -> None:
        if not self._closed:
            self.changed(self.steps, self.note)

    # --- the thread that writes ---

    def _write_soon(self) -> None:
        if self._writer is None:
            self._writer = threading.Thread(target=self._write_all, name="playground snapshots", daemon=True)
            self._writer.start()

    def _next(self) -> tuple[int, Moment] | None:
        """What is to be written; None when the thread is done."""
        with self._lock:
            waiting = ((step, kept.moment) for step, kept in self._kept.items() if kept.moment is not None)
            found = None if self._closed or self.note else next(waiting, None)
            if found is None:
                self._writer = None
            return found

    def _write_all(self) -> None:
        while (found := self._next()) is not None:
            step, moment = found
            new = self.file(step).with_suffix(".new")
            try:
                moment.write(new)
                with self._lock:
                    kept = self._kept.get(step)
                    if kept is not None and kept.moment is moment:
                        new.replace(self.file(step))
                        kept.moment = None
                    else:  # dropped, or replaced, meanwhile
                        new.unlink(missing_ok=True)
            except Exception as error:  # noqa: BLE001  (whatever it is, the run goes on and the thread ends)
                _log.warning("a snapshot cannot be written: %s", error)
                self._lose(new, error)

    def _lose(self, new: Path, error: Exception) -> None:
        """The disk refuses: what is not on it is let go, what is there stays."""
        with self._lock:
            new.unlink(missing_ok=True)
            for step in [step for step, kept in self._kept.items() if kept.moment is not None]:
                del self._kept[step]
        reason = (getattr(error, "strerror", None) or str(error).splitlines()[0])[:120]
        self._give_up(
            tr(
                "No more steps are kept to look back at: they cannot be written ({reason}). Training goes on.",
                reason=reason,
            )
        )


def _megabytes(size: int) -> str:
    return tr("{size:,.0f} MB", size=size / 2**20)
