"""The Problems panel: everything that is wrong or odd, errors first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from playground.core.language import tr
from playground.ui.problems.problem_list import ProblemList
from playground.ui.project_session import ProjectSession
from playground.ui.widgets.basics import label, scrolled
from playground.ui.widgets.severity import SeverityIcon


class ProblemsPanel(QWidget):
    """Renders ``session.check.problems``; a click goes to the layer, a button mends it."""

    settings_requested = Signal(str)  # "Training" or "Data": the problem is there and not in a layer

    def __init__(self, session: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.list = ProblemList(session)
        self.list.settings_requested.connect(self.settings_requested)
        self._empty = self._make_empty()
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(12, 8, 12, 12)
        inside.setSpacing(0)
        inside.addWidget(self._empty)
        inside.addWidget(self.list)
        inside.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(content))
        session.checked.connect(self.refresh)
        self.setAccessibleName(tr("Problems"))
        self._render()

    @property
    def empty(self) -> bool:
        return not self._session.check.problems

    def refresh(self) -> None:
        """Show the session's problems; a hidden panel waits until it is looked at."""
        if self.isVisible():
            self._render()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._render()

    def _render(self) -> None:
        problems = self._session.check.problems
        self.list.show_problems(problems)
        self.list.setVisible(bool(problems))
        self._empty.setVisible(not problems)

    def _make_empty(self) -> QWidget:
        made = QWidget()
        layout = QHBoxLayout(made)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(8)
        layout.addWidget(SeverityIcon("none"))
        layout.addWidget(
            label(tr("No problems. The network can be trained."), "muted"), 1, Qt.AlignmentFlag.AlignVCenter
        )
        return made
