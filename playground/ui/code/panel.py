"""The Code tab: the network on the canvas as the Python that an export would hold."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from playground.core.codegen import Source, generate
from playground.core.infer import Inference
from playground.core.language import tr
from playground.core.plan import plan_inside
from playground.ui.code.code_view import CodeView
from playground.ui.project_session import ProjectSession
from playground.ui.widgets.basics import label

# Long enough to skip the values in the middle of a drag, too short to be noticed.
DELAY_MILLISECONDS = 40


class CodePanel(QWidget):
    """Follows the session while it is visible: edits, the network shown, the layers selected. Read-only."""

    def __init__(self, session: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._source: Source | None = None
        self._shown: tuple[str, Inference] | None = None  # what the source was made of
        self._clicking = False
        self.view, self.message = CodeView(), label("", "muted", wrap=True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.copy_button = self._make_copy_button()
        self._pages = QStackedWidget()
        self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MILLISECONDS)
        self._timer.timeout.connect(self.refresh)
        self.setAccessibleName(tr("Code"))
        session.checked.connect(self._later)
        session.network_changed.connect(self._later)
        session.selection_changed.connect(self._mark)
        self.view.line_clicked.connect(self._on_line_clicked)

    @property
    def text(self) -> str:
        """The source that is shown; empty while there is none."""
        return self._source.text if self._source is not None else ""

    @Slot()
    def refresh(self) -> None:
        """Show the network as it is now. What did not change is not made again; a hidden panel waits."""
        session = self._session
        made_of = (session.network, session.inference)
        if not self.isVisible():
            return
        if self._shown is None or self._shown[0] != made_of[0] or self._shown[1] is not made_of[1]:
            self._shown = made_of
            missing = what_is_missing(session)
            self._source = None if missing else _source(session)
            self.message.setText(missing)
            if self._source is not None:
                self.view.show_source(self._source.text)
            self._pages.setCurrentIndex(int(bool(missing)))
            self.copy_button.setText(tr("Copy"))
        self._mark()

    @Slot()
    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
        self.copy_button.setText(tr("Copied"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    @Slot()
    def _later(self) -> None:
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _mark(self) -> None:
        """Mark the lines of the selected layers."""
        source = self._source
        if source is None or not self.isVisible() or self._timer.isActive():
            return
        graph = self._session.graph
        found: list[tuple[int, int]] = []
        for node_id in self._session.selection:
            found += source.lines.get(node_id, ())
            kind = graph.by_id[node_id].kind
            if kind is not None and kind.role == "exit":
                found.append((source.returns, source.returns))
        self.view.mark(set(found), scroll=not self._clicking)

    @Slot(int)
    def _on_line_clicked(self, number: int) -> None:
        """The layer of a line is selected on the canvas."""
        source = self._source
        if source is None or self._timer.isActive():
            return
        for node_id, ranges in source.lines.items():
            if any(first <= number <= last for first, last in ranges):
                self._clicking = True  # what a person points at stays where it is
                self._session.select([node_id])
                self._clicking = False
                return

    def _make_copy_button(self) -> QToolButton:
        made = QToolButton()
        made.setText(tr("Copy"))
        made.setProperty("look", "step")
        made.setMinimumHeight(24)
        made.setToolTip(tr("Copy the whole source to the clipboard"))
        made.setAccessibleName(tr("Copy the source"))
        made.clicked.connect(self.copy)
        return made

    def _lay_out(self) -> None:
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.view, 1)
        row.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignTop)
        self._pages.addWidget(content)
        self._pages.addWidget(self.message)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)


def what_is_missing(session: ProjectSession) -> str:
    """Why the network on the canvas cannot be written as source yet, in a line; empty when it can."""
    graph, found = session.graph, session.inference
    if not graph.nodes:
        return tr("Add layers to see the network as Python.")
    problem = next((problem for problem in found.problems if problem.severity == "error"), None)
    if problem is not None:
        return str(problem)
    if not graph.exits or any(not facts.outputs for facts in found.facts.values()):
        return tr("{network} is not complete yet.", network=session.network)
    return ""


def _source(session: ProjectSession) -> Source:
    """Only the class of the main network gives its scores by themselves: a block inside it is run as a whole."""
    plan, scores = (
        plan_inside(session.graph, session.network, session.inference, session.project.networks, before_activation=bare)
        for bare in (False, True)
    )
    return generate(plan, scores=scores if session.network == session.project.main_network else None)
