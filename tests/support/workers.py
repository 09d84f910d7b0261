"""The worker as the window has it: a process of its own at the other end of a pipe."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

import pytest

from playground import protocol
from playground.engine.worker import main

PATIENCE_SECONDS = 60.0


class Worker:
    """The window's side: sends commands, collects events."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def send(self, *commands: protocol.Command) -> None:
        for command in commands:
            self._connection.send(command)

    def until(self, *kinds: type) -> list[protocol.Event]:
        """Events up to the first of one of ``kinds``, that one included."""
        found: list[protocol.Event] = []
        while not found or not isinstance(found[-1], kinds):
            assert self._connection.poll(PATIENCE_SECONDS), f"no {kinds} after {[type(e).__name__ for e in found]}"
            event = self._connection.recv()
            if not isinstance(event, protocol.RunsKept):  # it may come at any time
                found.append(event)
        return found

    def last(self, *kinds: type) -> protocol.Event:
        return self.until(*kinds)[-1]


def spawn(target: Callable[[Connection], None] = main) -> tuple[BaseProcess, Connection]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=target, args=(theirs,), daemon=True)
    with pytest.MonkeyPatch.context() as patch:  # these tests count on what is not there
        patch.delenv("PLAYGROUND_DATA_DIR", raising=False)
        process.start()
    theirs.close()
    return process, ours
