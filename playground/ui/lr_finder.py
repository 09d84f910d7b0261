"""The learning-rate finder: rates tried on a copy of the network, their losses as they come, one click to set one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from playground.core.edits import SetTraining
from playground.core.files import dump_project
from playground.core.language import mark, tr
from playground.core.project import Project
from playground.protocol import CancelLearningRates, FindLearningRate, LearningRates, RequestFailed
from playground.ui.project_session import ProjectSession
from playground.ui.rate_plot import RatePlot, rounded
from playground.ui.run_controller import RunController
from playground.ui.same_training import trains_alike
from playground.ui.widgets.basics import button, label, set_flag
from playground.ui.widgets.parse import format_number

_WHAT = mark(
    "Each batch is trained with a larger rate than the one before, on a copy: your network stays as it is. A good rate "
    "lies where the loss falls steeply, well before it rises. Click one to set it."
)
_BUSY = mark("A run is under way. Stop it first: both would share the machine.")


class RateFinder(QDialog):
    """Open beside the window. ``search`` begins; closing it ends a search that goes on."""

    def __init__(self, session: ProjectSession, controller: RunController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._controller = session, controller
        self._request: int | None = None
        self.setWindowTitle(tr("Find the learning rate"))
        self.setModal(False)
        self.plot = RatePlot()
        self.status = label("", wrap=True)
        self.use = button(tr("Use the suggestion"), "primary")
        self.again, self.cancel = button(tr("Try again")), button(tr("Cancel"))
        self._lay_out()
        self._suggestion: float | None = None
        self._searched: Project | None = None  # what the rates were tried on
        self.use.clicked.connect(self._on_use)
        self.again.clicked.connect(self.search)
        self.cancel.clicked.connect(self._on_cancel)
        self.plot.chosen.connect(self._set_rate)
        controller.answered.connect(self._on_answered)
        controller.state_changed.connect(self._follow)
        session.changed.connect(self._show_rate)
        session.opened.connect(self._on_opened)
        self._show_rate()
        self._follow()

    @property
    def searching(self) -> bool:
        return self._request is not None

    @Slot()
    def search(self) -> None:
        """Try rates on the project as it is now."""
        if self.searching:
            return
        self._suggestion, self._searched = None, self._session.project
        self.plot.show_points([], [], None)
        error = next((p for p in self._session.check.problems if p.severity == "error"), None)
        if self._controller.active:
            self._say(tr(_BUSY), "warn")
        elif error is not None:
            self._say(tr("It cannot train yet. {problem}", problem=error), "bad")
        else:
            folder = self._controller.data_dir
            text, data_dir = dump_project(self._session.project), None if folder is None else str(folder)
            self._request = self._controller.ask(lambda request: FindLearningRate(request, text, data_dir))
            self._say(tr("Trying rates…"), "muted")
        self._follow()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.status, 1)
        for made in (self.again, self.cancel, self.use):
            made.setAutoDefault(False)
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(label(tr(_WHAT), "muted", wrap=True))
        layout.addWidget(self.plot, 1)
        layout.addLayout(row)

    @Slot(object)
    def _on_answered(self, answer: object) -> None:
        if getattr(answer, "request", None) != self._request or self._request is None:
            return
        if isinstance(answer, RequestFailed):
            self._request = None
            self._say(f"{answer.message} {answer.hint}".strip(), "bad")
        elif isinstance(answer, LearningRates):
            self._suggestion = answer.suggestion if answer.suggestion is None else rounded(answer.suggestion)
            self.plot.show_points(answer.rates.tolist(), answer.losses.tolist(), self._suggestion)
            if answer.done:
                self._request = None
                self._tell_end(len(answer.rates))
            else:
                self._say(tr("Trying rates… {count:,} so far", count=len(answer.rates)), "muted")
        self._follow()

    def _tell_end(self, tried: int) -> None:
        if self._suggestion is not None:
            self._say(tr("{rate} would do well.", rate=format_number(self._suggestion)), "good")
        elif tried:
            self._say(
                tr("The loss fell at no rate: there is nothing to suggest. Look at the network or the data."), "warn"
            )
        else:
            self._say(tr("Cancelled."), "muted")

    def _say(self, text: str, look: str) -> None:
        self.status.setText(text)
        set_flag(self.status, "look", look)

    @Slot()
    def _follow(self) -> None:
        """Which buttons are of use now."""
        if self._controller.active and not self.searching and not self.plot.points:
            self._say(tr(_BUSY), "warn")
        self.use.setEnabled(self._suggestion is not None and not self.searching)
        self.again.setEnabled(not self.searching and not self._controller.active)
        self.cancel.setText(tr("Cancel") if self.searching else tr("Close"))

    @Slot()
    def _show_rate(self) -> None:
        project = self._session.project
        self.plot.show_rate(project.training.learning_rate)
        if self._searched is not None and not trains_alike(self._searched, project):
            self._stop()
            self._suggestion = self._searched = None
            self.plot.show_points([], [], None)
            self._say(tr("The project has changed since. Try again."), "muted")
            self._follow()

    @Slot()
    def _on_use(self) -> None:
        if self._suggestion is not None:
            self._set_rate(self._suggestion)
            self.close()

    @Slot(float)
    def _set_rate(self, rate: float) -> None:
        """An edit like any other: undo takes it back."""
        if self._session.do(SetTraining({"learning_rate": rate})):
            self._say(tr("The learning rate is {rate} now.", rate=format_number(rate)), "good")

    @Slot()
    def _on_cancel(self) -> None:
        if self.searching:
            self._stop()
        else:
            self.close()

    def _stop(self) -> None:
        """Nobody waits for the rest; what came stays in the picture."""
        if self._request is not None:
            self._controller.tell(CancelLearningRates(self._request))
            self._request = None
            self._say(tr("Cancelled."), "muted")
            self._follow()

    @Slot()
    def _on_opened(self) -> None:
        """Another project: what was found says nothing of it."""
        self._stop()
        self._suggestion = None
        self.plot.show_points([], [], None)
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.searching:
            self._stop()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stop()
        super().closeEvent(event)

    def reject(self) -> None:
        """Escape, which closes no window by itself."""
        self._stop()
        super().reject()
