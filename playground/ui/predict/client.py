"""What the Predict tab asks the worker. Of a drawing only the newest state counts."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from playground.core.project import Project
from playground.protocol import Predict, Predicted, RequestFailed


class Predictor(QObject):
    """One question about files, rows or texts at a time; drawings are asked about while they are made."""

    predicted = Signal(object)  # Predicted: files, rows, texts
    drawing_told = Signal(object)  # Predicted: the drawing
    failed = Signal(object)  # RequestFailed
    drawing_failed = Signal(object)  # RequestFailed
    changed = Signal()  # whether there are weights, which data they learned from, whether an answer is awaited

    def __init__(self, controller: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._asked: tuple[int, int | None] | None = None
        self._drawn: tuple[int, int | None] | None = None
        self._next: Any = None  # the newest image, waiting for the answer to the one before
        controller.answered.connect(self._on_answered)
        for signal in (
            controller.state_changed, controller.run_reset, controller.bundle_opened, controller.run_started,
        ):  # fmt: skip
            signal.connect(self._follow)

    @property
    def ready(self) -> bool:
        """Whether there are trained weights."""
        return bool(self._controller.has_weights)

    @property
    def busy(self) -> bool:
        """Whether an answer about files, rows or texts is awaited."""
        return self._asked is not None

    @property
    def project(self) -> Project | None:
        """What the weights learned."""
        found: Project | None = self._controller.run_project
        return found

    def ask(self, **fields: Any) -> None:
        """About ``paths``, ``texts``, ``rows`` or ``samples``; answered by ``predicted`` or ``failed``."""
        if self.ready:
            run = self._controller.run_id
            self._asked = (self._controller.ask(lambda request: Predict(request, run, **fields)), run)
            self.changed.emit()

    def ask_drawing(self, image: Any) -> None:
        """About an image uint8 h×w or h×w×3. One that was not sent yet is replaced."""
        if not self.ready:
            return
        self._next = image
        if self._drawn is None:
            self._send_next()

    def drop_drawing(self) -> None:
        """Nobody wants to know of it any more."""
        self._next = self._drawn = None

    def _send_next(self) -> None:
        image, self._next = self._next, None
        run = self._controller.run_id
        self._drawn = (self._controller.ask(lambda request: Predict(request, run, image=image)), run)

    @Slot(object)
    def _on_answered(self, answer: object) -> None:
        request = getattr(answer, "request", None)
        if self._asked is not None and request == self._asked[0]:
            self._asked = None
            if isinstance(answer, Predicted):
                self.predicted.emit(answer)
            elif isinstance(answer, RequestFailed):
                self.failed.emit(answer)
            self.changed.emit()
        elif self._drawn is not None and request == self._drawn[0]:
            self._drawn = None
            if isinstance(answer, Predicted):
                self.drawing_told.emit(answer)
            elif isinstance(answer, RequestFailed):
                self.drawing_failed.emit(answer)
            if self._next is not None and self.ready:
                self._send_next()

    @Slot()
    def _follow(self) -> None:
        """An answer on a run that is gone never comes."""
        run = self._controller.run_id
        if self._asked is not None and self._asked[1] != run:
            self._asked = None
        if self._drawn is not None and self._drawn[1] != run:
            self._drawn = self._next = None
        self.changed.emit()
