"""The reins of a run: safe to pull from any thread, looked at by the loop between two steps."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

Mode = Literal["run", "pause", "step", "stop"]
Job = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Orders:
    """What the loop is to do now. ``step`` is one batch, then pause."""

    mode: Mode
    learning_rate: float | None
    jobs: tuple[Job, ...]
    part: str = ""
    looks: tuple[Job, ...] = ()


class Control:
    """``attention`` is True when the loop has to look: one attribute read per step, no lock."""

    def __init__(self, paused: bool = False, *, attended: bool = False, pace: float = 0.0) -> None:
        """``attended``: somebody is there to mend what a run stumbles over; it waits instead of failing. ``pace`` is
        how many seconds lie between two steps, 0 for as fast as it goes.
        """
        self.attended = attended
        self._part = ""
        # a Condition's lock may be taken twice by one thread, so that a signal handler can call stop()
        self._changed = threading.Condition()
        self._mode: Mode = "pause" if paused else "run"
        self._learning_rate: float | None = None
        self._jobs: deque[Job] = deque()
        self._looks: deque[Job] = deque()
        self._closed = False
        self.pace = pace
        self.attention = paused
        self.aborted = False

    def pause(self) -> bool:
        """Wait before the next step. Like all orders: False when the run is over and nobody will follow it."""
        return self._set("pause")

    def resume(self) -> bool:
        return self._set("run")

    def step_once(self, part: str = "") -> bool:
        """One batch, then pause; of a task that has parts, ``part`` alone may learn."""
        with self._changed:
            self._part = part
            return self._set("step")

    def stop(self) -> bool:
        """End the run after the step at hand, then test; a second call leaves out the test."""
        with self._changed:
            if self._mode == "stop":
                self.aborted = True
            return self._set("stop")

    def abort(self) -> bool:
        """End the run at once, without the evaluation on the test part."""
        with self._changed:
            self.aborted = True
            return self._set("stop")

    def set_learning_rate(self, value: float) -> bool:
        """From the next step on."""
        with self._changed:
            self._learning_rate = value
            return self._wake()

    def set_pace(self, seconds: float) -> bool:
        """So many seconds lie between two steps from now on; a wait that has begun is as long, too."""
        with self._changed:
            self.pace = seconds
            return self._wake()

    def linger(self, since: float) -> bool:
        """Wait until ``pace`` has passed since ``since`` (``time.monotonic``). For the loop, between two steps.

        True as soon as there is something to attend to before that.
        """
        with self._changed:
            left = since + self.pace - time.monotonic()
            return left > 0 and self._changed.wait_for(lambda: self.attention, left)

    def submit(self, job: Job) -> bool:
        """Have ``job`` run on the loop's thread between two steps, also while paused; False when the run is over."""
        with self._changed:
            if self._closed:
                return False
            self._jobs.append(job)
            self._wake()
            return True

    def submit_look(self, job: Job) -> bool:
        """As ``submit``, for one that changes nothing: it is done while an evaluation is under way, too."""
        with self._changed:
            if self._closed:
                return False
            self._looks.append(job)
            self._wake()
            return True

    def take_looks(self) -> tuple[Job, ...]:
        """Those that wait. For the loop, between the batches of an evaluation."""
        if not self._looks:
            return ()
        with self._changed:
            looks, self._looks = tuple(self._looks), deque()
            return looks

    @property
    def closed(self) -> bool:
        """Whether the run is over, or never was."""
        return self._closed

    @property
    def stopping(self) -> bool:
        return self._mode == "stop"

    def take(self, wait: bool = False) -> Orders:
        """The orders as they stand; with ``wait`` only once something has changed. For the loop."""
        with self._changed:
            if wait:
                self._changed.wait_for(lambda: self.attention)
            jobs, self._jobs = tuple(self._jobs), deque()
            looks, self._looks = tuple(self._looks), deque()
            mode, learning_rate, self._learning_rate = self._mode, self._learning_rate, None
            if mode == "step":
                self._mode = "pause"
            # after a single step, and while stopping, the loop looks again
            self.attention = mode in ("step", "stop")
            return Orders(mode, learning_rate, jobs, self._part if mode == "step" else "", looks)

    def close(self) -> Orders:
        """The run is over: nothing more is taken; gives what was ordered and not done."""
        with self._changed:
            self._closed = True
            orders = self.take()
            return replace(orders, jobs=(*orders.looks, *orders.jobs), looks=())

    def _set(self, mode: Mode) -> bool:
        with self._changed:
            if self._mode != "stop":
                self._mode = mode
            return self._wake()

    def _wake(self) -> bool:
        self.attention = True
        self._changed.notify_all()
        return not self._closed
