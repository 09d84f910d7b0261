"""Nothing that was trained goes without a word: going back to a run that was left, or whose worker was killed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from playground.core.language import mark, tr
from playground.protocol import RunStarted, WorkerDied
from playground.ui.message_bar import Choice, MessageArea
from playground.ui.project_session import ProjectSession
from playground.ui.run_controller import RunController
from playground.ui.run_messages import RUN
from playground.ui.running.left import LeftRun
from playground.ui.sentences import sentences

if TYPE_CHECKING:
    from playground.ui.plots.run_log import RunLog

LEFT, LEAVING = "left-run", "leaving-run"  # keys of messages
_SHOWN_MS = 15_000
_LOST = mark("Its weights are lost; the network and the curves are kept. Run trains again.")


class GoingBack(QObject):
    """Offers the runs that were left in a submenu of ``train``, the one that was just left in a message for a while,
    and what a killed worker has left in a message that stays. ``runs`` knows their names and curves.
    """

    def __init__(
        self, session: ProjectSession, controller: RunController, runs: Callable[[], RunLog], messages: MessageArea,
        train: QMenu, before: QAction, parent: QObject,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._controller, self._runs, self._messages = controller, runs, messages
        self._known: set[int] = set()
        self._death = ""
        self._fallen: int | None = None
        self.menu = QMenu(tr("Go &back to"), train)
        self.menu.menuAction().setStatusTip(
            tr("Take up the weights of an earlier run of this session, as they were left")
        )
        train.insertMenu(before, self.menu)
        self._soon = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._soon.timeout.connect(lambda: messages.clear(LEFT))
        controller.runs_left.connect(self._on_left)
        controller.worker_died.connect(self._on_died)
        controller.run_started.connect(self._on_started)
        session.opened.connect(self._on_opened)
        self._fill()

    def take_up(self, run: int) -> None:
        """Go back to ``run``, one of those that were left."""
        left = next((left for left in self._controller.left if left.run == run), None)
        if left is None:
            return
        self._messages.clear(LEFT)
        history = self._runs().of(run) if left.rescued else None
        self._controller.take_up(run, None if history is None else history.to_dict())

    def leave(self, act: Callable[[], object], doing: str, save: Callable[[], object]) -> None:
        """``act``, which has another run, or none, take the place of this one. Only where its weights cannot be kept
        meanwhile that is asked for first, in a message: ``doing`` is the word for it, "Run" or "Reset".
        """
        controller = self._controller
        self._messages.clear(LEAVING)
        if not controller.unsaved_weights or controller.keeps_weights:
            act()
            return
        self._messages.show_message(
            tr(
                "{name} is not saved, and its weights cannot be kept beside another run.",
                name=self._name(controller.run_id),
            ),
            "warning",
            [(tr("Save the bundle first…"), save), (tr("{doing} without saving", doing=tr(doing)), act)],
            key=LEAVING,
        )

    # --- what is told ---

    @Slot()
    def _on_left(self) -> None:
        self._fill()
        left, fallen = self._controller.left, self._fallen
        new = [each for each in left if each.run not in self._known]
        self._known = {each.run for each in left}
        if fallen is not None and self._controller.fallen is None:
            self._fallen = None
            self._tell_fallen(next((each for each in left if each.run == fallen), None))
        elif new and new[-1].unsaved and not new[-1].rescued:
            self._tell_left(new[-1])
        elif not self._known:
            self._messages.clear(LEFT)

    def _tell_left(self, left: LeftRun) -> None:
        name = self._name(left.run)
        self._messages.show_message(
            tr(
                "{name} is not saved. Its weights of step {step:,} stay until the program ends.",
                name=name,
                step=left.step,
            ),
            "info",
            [(tr("Back to {name}", name=self._name(left.run, inside=True)), lambda: self.take_up(left.run))],
            key=LEFT,
        )
        self._soon.start()

    @Slot(object)
    def _on_died(self, death: WorkerDied) -> None:
        self._death, self._fallen = death.message, self._controller.fallen
        if self._fallen is not None:
            self._tell_death(tr("The network and the curves are kept; its last snapshot is looked for."))
        else:
            self._tell_death(tr(_LOST) if death.run is not None else tr("Run trains again."))

    def _tell_fallen(self, left: LeftRun | None) -> None:
        if left is None:
            self._tell_death(tr(_LOST))
            return
        self._tell_death(
            tr("Its weights of step {step:,} are kept.", step=left.step),
            (tr("Take up step {step:,}", step=left.step), lambda: self.take_up(left.run)),
        )

    def _tell_death(self, rest: str, *choices: Choice) -> None:
        again: Choice = (tr("Run again"), self._controller.run)
        self._messages.show_message(sentences(self._death, rest), "error", [*choices, again], key=RUN)

    @Slot(object)
    def _on_started(self, _run: RunStarted) -> None:
        self._fallen = None
        self._messages.clear(LEAVING)

    @Slot()
    def _on_opened(self) -> None:
        for key in (LEFT, LEAVING):
            self._messages.clear(key)

    # --- their names ---

    def _fill(self) -> None:
        self.menu.clear()
        for left in reversed(self._controller.left):
            text = tr("{name} (step {step:,})", name=self._name(left.run), step=left.step)
            action = self.menu.addAction(text.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, run=left.run: self.take_up(run))
        self.menu.setEnabled(bool(self._controller.left))

    def _name(self, run: int | None, *, inside: bool = False) -> str:
        """As the curves have it; one whose curves were removed has none. ``inside`` a sentence, or at its head."""
        history = None if run is None else self._runs().of(run)
        name = "" if history is None else self._runs().name(history)
        return name or (tr("the run before") if inside else tr("The run before"))
