"""One at a time: who wants what another thread is already at waits for it, and can be cancelled meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_TICK_SECONDS = 0.05
_guard = threading.Lock()
# of each name that is wanted now its lock, and how many threads hold it or wait for it
_wanted: dict[str, tuple[threading.Lock, int]] = {}


@contextmanager
def turn(name: str, waiting: Callable[[], None] | None = None) -> Iterator[None]:
    """Held by one thread of this process at a time for each ``name``. It must not be taken twice by one thread.

    ``waiting`` is called now and then while another thread has its turn, and may raise to give up.
    """
    with _guard:
        lock, count = _wanted.get(name, (threading.Lock(), 0))
        _wanted[name] = lock, count + 1
    try:
        while not lock.acquire(timeout=_TICK_SECONDS):
            if waiting is not None:
                waiting()
        try:
            yield
        finally:
            lock.release()
    finally:
        with _guard:
            lock, count = _wanted.pop(name)
            if count > 1:
                _wanted[name] = lock, count - 1
