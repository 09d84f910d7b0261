"""What the worker was asked and has not answered yet: files to write, and questions of views."""

from __future__ import annotations

import itertools
from dataclasses import replace

from playground import protocol
from playground.core.language import mark, tr
from playground.ui.run_signals import RunSignals
from playground.ui.running.weights import Weights

NOTHING_TRAINED = protocol.RequestFailed(
    0, mark("Nothing is trained yet."), mark("Press Run first, or open a trained bundle.")
)
NOT_ANSWERED = mark("The training process ended before it had an answer.")
NOT_WRITTEN = mark("The training process ended before it had written the file.")


class Requests:
    """Every request has a number of its own; ``tell`` says what became of it."""

    def __init__(self, tell: RunSignals) -> None:
        self._tell = tell
        self._numbers = itertools.count(1)
        self._files: dict[int, tuple[Weights, int]] = {}  # request -> the weights it writes, and the step it saves
        self._copies: set[int] = set()
        self._questions: set[int] = set()

    def copy(self) -> int:
        """The number of a request to write a bundle that nobody asked for: it counts as no saving."""
        request = next(self._numbers)
        self._copies.add(request)
        return request

    def file(self, weights: Weights | None, step: int = 0) -> int | None:
        """The number of a request to write ``weights``, and as of which step when it saves them.

        None, and that is told, where nothing is trained.
        """
        if weights is None or not weights.trained:
            self._tell.request_failed.emit(
                replace(NOTHING_TRAINED, message=tr(NOTHING_TRAINED.message), hint=tr(NOTHING_TRAINED.hint))
            )
            return None
        request = next(self._numbers)
        self._files[request] = (weights, step)
        return request

    def question(self) -> int:
        request = next(self._numbers)
        self._questions.add(request)
        return request

    def writes(self, request: int) -> bool:
        """Whether a file is still being written for ``request``."""
        return request in self._files

    def on_saved(self, event: protocol.Saved) -> None:
        if event.request in self._copies:
            self._copies.discard(event.request)
            self._tell.copied.emit(event)
            return
        if event.request in self._files:
            weights, step = self._files.pop(event.request)
            weights.keep(step)
        self._tell.saved.emit(event)

    def on_exported(self, event: protocol.Exported) -> None:
        self._files.pop(event.request, None)
        self._tell.exported.emit(event)

    def on_failed(self, event: protocol.RequestFailed) -> None:
        if event.request in self._questions:
            self._questions.discard(event.request)
            self._tell.answered.emit(event)
            return
        if event.request in self._copies:
            self._copies.discard(event.request)
            self._tell.copy_failed.emit(event)
            return
        self._files.pop(event.request, None)
        self._tell.request_failed.emit(event)

    def give_up(self) -> None:
        """The worker is gone: nothing of all this will be answered."""
        files, self._files = self._files, {}
        questions, self._questions = self._questions, set()
        copies, self._copies = self._copies, set()
        for request in copies:
            self._tell.copy_failed.emit(protocol.RequestFailed(request, tr(NOT_WRITTEN)))
        for request in questions:
            self._tell.answered.emit(protocol.RequestFailed(request, tr(NOT_ANSWERED), tr("Try it once more.")))
        for request in files:
            failed = protocol.RequestFailed(request, tr(NOT_WRITTEN), tr("Train again, then save once more."))
            self._tell.request_failed.emit(failed)
