"""A lesson under way: which step, whether it is done, and what is remembered of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from playground.ui.lessons.facts import Facts
from playground.ui.lessons.hand import Hand
from playground.ui.lessons.lesson import Lesson, Step
from playground.ui.settings import settings

if TYPE_CHECKING:
    from playground.ui.main_window import MainWindow

_PACE = 150  # milliseconds between two looks, however much happens meanwhile


class Tour(QObject):
    """Follows the window and tells ``changed`` when there is another step, or the one that is shown is done.

    A step that was done once stays done: what comes later may undo what it asked for.
    """

    changed = Signal()
    told = Signal()  # how far the step is reads otherwise
    ended = Signal()

    def __init__(self, window: MainWindow, lesson: Lesson, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lesson = lesson
        self.facts, self._hand = Facts(window), Hand(window)
        self._number, self._done = 0, [step.done is None for step in lesson.steps]
        self._soon = QTimer(self, singleShot=True, interval=_PACE)
        self._soon.timeout.connect(self.look)
        session, controller = window.session, window.controller
        for signal in (
            session.checked, session.opened, session.selection_changed, session.network_changed,
            controller.state_changed, controller.epoch_done, controller.progressed, controller.run_finished,
            controller.run_reset, controller.pace_changed, window.workbench.docks.opened,
        ):  # fmt: skip
            signal.connect(self._something)

    # --- where one is ---

    @property
    def number(self) -> int:
        """Of the step that is shown, from 0."""
        return self._number

    @property
    def step(self) -> Step:
        return self.lesson.steps[self._number]

    @property
    def done(self) -> bool:
        """Whether what the step asks for was done, or nothing is asked for."""
        return self._done[self._number]

    @property
    def asks(self) -> bool:
        """Whether the step wants something to be done."""
        return self.step.done is not None

    @property
    def last(self) -> bool:
        return self._number == len(self.lesson.steps) - 1

    def words(self) -> str:
        """How far the step is, in the lesson's words; "" where it has none."""
        return "" if self.step.tells is None else self.step.tells(self.facts)

    # --- going on ---

    def go_to(self, number: int) -> None:
        """Show a step; the lesson is free to be read in any order."""
        self._number = min(max(number, 0), len(self.lesson.steps) - 1)
        self.facts.forget()
        settings().set_lesson_step(self.lesson.name, self._number)
        self.look(anew=True)

    def following(self) -> None:
        """The next step; after the last one the lesson ends."""
        if self.last:
            settings().set_lesson_step(self.lesson.name, len(self.lesson.steps))
            self.ended.emit()
        else:
            self.go_to(self._number + 1)

    def previous(self) -> None:
        self.go_to(self._number - 1)

    def act(self) -> None:
        """Do what the step asks for in the person's place."""
        if self.step.act is not None:
            self.step.act(self._hand)

    @Slot()
    def look(self, *, anew: bool = False) -> None:
        """See whether the step is done."""
        check = self.step.done
        if not self.done and check is not None and check(self.facts):
            self._done[self._number] = anew = True
        if anew:
            self.changed.emit()
        else:
            self.told.emit()

    @Slot()
    def _something(self, *_: object) -> None:
        if not self._soon.isActive():
            self._soon.start()
