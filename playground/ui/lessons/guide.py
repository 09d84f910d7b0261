"""Starts lessons in a window and holds the one that is under way: its card and the line around what it speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Slot
from PySide6.QtWidgets import QWidget

from playground.core.language import tr
from playground.ui.lessons.card import MARGIN, LessonCard
from playground.ui.lessons.catalogue import LESSONS, lesson
from playground.ui.lessons.lesson import Lesson
from playground.ui.lessons.ring import Ring
from playground.ui.lessons.targets import rectangle
from playground.ui.lessons.tour import Tour
from playground.ui.settings import settings

if TYPE_CHECKING:
    from playground.ui.main_window import MainWindow

_PLACED = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class Guide(QObject):
    """One for a window. A lesson begins with its own project, after the question about unsaved work."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: Lesson | None = None
        self._left: tuple[str, int] | None = None  # the lesson that was closed in this project, and its step
        self.tour: Tour | None = None
        self.card: LessonCard | None = None
        middle = window.centralWidget()
        assert middle is not None  # the window has one from its beginning
        self._middle = middle
        self._ring = Ring(middle)
        self._pace = 0.0  # before the lesson
        window.session.opened.connect(self._on_opened)

    def start(self, name: str) -> None:
        """Begin a lesson, in a project of its own; go on with it where its project still is the one that is open."""
        if self._left is not None and self._left[0] == name:
            wanted, step = lesson(name), self._left[1]
            self._begin(wanted, step)
            self._window.messages.show_message(
                tr("You are back at step {number} of this lesson.", number=step + 1), "info",
                [(tr("Begin anew"), lambda: self._start_anew(name))], key="lesson",
            )  # fmt: skip
        else:
            self._start_anew(name)

    def _start_anew(self, name: str) -> None:
        self._waiting = wanted = lesson(name)
        self._window.files.show_new(wanted.start())
        self._waiting = None

    def end(self) -> None:
        """Take the lesson away; the project and all that was made in it stays."""
        if self.tour is None or self.card is None:
            return
        if self._window.controller.pace != self._pace:
            self._window.controller.set_pace(self._pace)  # slow motion was the lesson's
        for watched in self._watched():
            watched.removeEventFilter(self)
        self._window.canvas.view.navigator.moved.disconnect(self._follow)
        self._window.canvas.view.navigator.keep_free_below(0)
        self._ring.hide()
        focus = self._window.focusWidget()
        if focus is not None and (focus is self.card or self.card.isAncestorOf(focus)):
            self._window.canvas.view.setFocus()  # else the next field had it, and would be written over
        self.card.hide()
        self.card.deleteLater()
        self.tour.deleteLater()
        self.tour = self.card = None

    @Slot()
    def _on_opened(self) -> None:
        wanted, self._waiting = self._waiting, None
        self._left = None
        self._window.messages.clear("lesson")  # of the project that was
        self.end()
        if wanted is not None:
            self._begin(wanted)

    def _begin(self, wanted: Lesson, step: int | None = None) -> None:
        """At ``step`` of a lesson that is taken up again, else at its first in a new project."""
        self.end()
        self._left = None
        self._window.messages.clear("lesson")
        _ = self._window.workbench  # it is made when it is first wanted
        self._pace = self._window.controller.pace
        if wanted.pace and step is None:
            self._window.controller.set_pace(wanted.pace)
        self.tour = tour = Tour(self._window, wanted, self)
        self.card = card = LessonCard(tour, self._middle)
        reached = settings().lesson_step(wanted.name)
        if step is None and 0 < reached < len(wanted.steps):
            # the project is new, so what was done must be done again: it begins at the first, and says so
            self._window.messages.show_message(
                tr("Last time you came to step {number} of this lesson.", number=reached + 1), "info",
                [(tr("Go to that step"), lambda: tour.go_to(reached))], key="lesson",
            )  # fmt: skip
        card.closed.connect(self._on_closed)
        card.folded.connect(self._follow)
        tour.ended.connect(self._on_ended)
        tour.changed.connect(self._follow)
        tour.told.connect(self._follow)
        self._window.canvas.view.navigator.moved.connect(self._follow)
        for watched in self._watched():
            watched.installEventFilter(self)
        tour.go_to(step or 0)
        card.show()
        self._follow()

    def _watched(self) -> tuple[QWidget, ...]:
        bench = self._window.workbench
        return (self._middle, bench.canvas, bench.below, bench.inspector, bench.palette_panel)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _PLACED:
            self._follow()
        return False

    @Slot()
    def _follow(self) -> None:
        """Card and line are where they belong by now."""
        tour, card = self.tour, self.card
        if tour is None or card is None:
            return
        canvas = self._window.canvas
        card.setVisible(canvas.isVisible())
        if not canvas.isVisible():
            self._ring.hide()
            return
        corner = canvas.mapTo(self._middle, canvas.rect().topLeft())
        card.stand_at(QRect(corner, canvas.size()))
        canvas.view.navigator.keep_free_below(0 if card.moved else card.height() + MARGIN)
        wanted = tour.step.at if not tour.done or not tour.asks else ""
        self._ring.surround(rectangle(self._window, wanted) if wanted else None)
        card.raise_()

    @Slot()
    def _on_closed(self) -> None:
        """Left by hand: it can be taken up again as long as its project is open."""
        if self.tour is not None:
            self._left = (self.tour.lesson.name, self.tour.number)
        self.end()

    @Slot()
    def _on_ended(self) -> None:
        done = self.tour.lesson if self.tour is not None else None
        self.end()
        names = [each.name for each in LESSONS]
        later = names[names.index(done.name) + 1 :] if done is not None else []
        choices = []
        if later:
            following = lesson(later[0])
            choices = [(tr("Next: {title}", title=tr(following.title)), lambda: self.start(following.name))]
        self._window.messages.show_message(
            tr("That was the lesson. The project is yours: go on with it, or save it."), "info", choices, key="lesson"
        )
