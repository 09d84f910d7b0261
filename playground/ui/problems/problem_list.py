"""Cards for a list of problems, made anew only when the list differs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.core.infer import Problem
from playground.core.language import tr
from playground.ui.problems.fixes import fix_edit, settings_tab
from playground.ui.problems.problem_card import ProblemCard
from playground.ui.project_session import ProjectSession
from playground.ui.widgets.basics import clear, label

# A person mends them one by one; a thousand widgets would only make every keystroke slow.
_MOST = 40


class ProblemList(QWidget):
    """Shows problems, goes where they are, and mends them through the session."""

    settings_requested = Signal(str)  # tab of the inspector: "Training" or "Data"

    def __init__(
        self, session: ProjectSession, *, leads: bool = True, stacked: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._leads, self._stacked = session, leads, stacked
        self._shown: tuple[Problem, ...] = ()
        self.cards: list[ProblemCard] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        if tuple(problems) == self._shown:
            return
        self._shown = tuple(problems)
        clear(self._layout)
        self.cards = []
        for problem in self._shown[:_MOST]:
            card = ProblemCard(problem, leads=self._leads, stacked=self._stacked)
            card.activated.connect(self._on_activated)
            card.fix_wanted.connect(self._on_fix_wanted)
            self._layout.addWidget(card)
            self.cards.append(card)
        hidden = len(self._shown) - _MOST
        if hidden > 0:
            self._layout.addWidget(label(tr("And {hidden:,} more.", hidden=hidden), "caption"))

    def _on_activated(self, problem: Problem) -> None:
        self._session.go_to(problem.network, problem.node)
        tab = settings_tab(problem)
        if tab is not None:
            self.settings_requested.emit(tab)

    def _on_fix_wanted(self, problem: Problem) -> None:
        edit = fix_edit(problem)
        if edit is not None:
            self._session.do(edit)
