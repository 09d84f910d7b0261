"""The line under the canvas: errors and warnings on the left, the size of the network and the zoom on the right:
a click on it offers others.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from playground.core.infer import Inference, Problem
from playground.core.language import mark, tr
from playground.ui.problems.zoom_button import ZoomButton
from playground.ui.project_session import ProjectSession
from playground.ui.widgets.basics import label, set_flag
from playground.ui.widgets.numbers import counted, grouped, short

_SHOW = mark(" (Show)")


class StatusLine(QWidget):
    """``problems_requested`` when a person wants to see the problems."""

    problems_requested = Signal()

    def __init__(self, session: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setAccessibleName(tr("Status"))
        self.errors, self.warnings = _Counter(), _Counter()
        self.totals = label("", "caption")
        self.totals.setToolTip(tr("Multiply-adds are counted for one sample."))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(16)
        for part in (self.errors, self.warnings):
            part.clicked.connect(self.problems_requested)
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(self.totals)
        self.zoom = ZoomButton()
        layout.addWidget(self.zoom)
        self.setFixedHeight(26)
        session.checked.connect(self.refresh)
        session.network_changed.connect(self.refresh)
        self.refresh()

    def set_zoom(self, zoom: float) -> None:
        """``zoom`` 1.0 is 100 %."""
        self.zoom.show_zoom(zoom)
        self._fit()

    def refresh(self) -> None:
        """Show what the session's check says."""
        problems = self._session.check.problems
        errors = [problem for problem in problems if problem.severity == "error"]
        warnings = [problem for problem in problems if problem.severity == "warning"]
        # The first error is spelled out; a warning only when there is no error.
        self.errors.show_count(
            counted(len(errors), "error"), errors[0] if errors else None, "bad" if errors else "good"
        )
        self.warnings.show_count(
            counted(len(warnings), "warning"), None if errors or not warnings else warnings[0], "warn"
        )
        self.warnings.setVisible(bool(warnings))
        self._show_totals()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 26)

    def _show_totals(self) -> None:
        inference = self._session.inference
        parts = (
            counted(len(self._session.graph.nodes), "layer"),
            *self._sums(inference),
        )
        self.totals.setText(" · ".join(parts))

    def _sums(self, inference: Inference) -> tuple[str, ...]:
        """Nothing while a layer could not be looked at: a sum over a part would be taken for the whole."""
        if not inference.ok:
            return ()
        return (
            tr("{count} parameters", count=grouped(inference.parameters)),
            tr("{count} multiply-adds", count=short(inference.multiply_adds)),
        )

    def _fit(self) -> None:
        """Shorten the spelled-out problem to the room that is left."""
        self.totals.setVisible(self.width() >= 560)
        totals = self.totals.sizeHint().width() + 16 if self.totals.isVisibleTo(self) else 0
        totals += self.zoom.sizeHint().width() + 16
        spelled, other = (self.errors, self.warnings) if self.errors.problem else (self.warnings, self.errors)
        room = self.width() - 24 - totals
        if other.isVisibleTo(self):
            other.fit(room)
            room -= other.sizeHint().width() + 16
        spelled.fit(room)


class _Counter(QPushButton):
    """A count with the message of the first problem behind it, cut to the room there is."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "status")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.problem: Problem | None = None
        self._count = ""

    def show_count(self, count: str, problem: Problem | None, tone: str) -> None:
        self._count, self.problem = count, problem
        self.setToolTip(str(problem) if problem else tr("Show the problems"))
        self.setAccessibleName(f"{count}. {problem}" if problem else count)
        set_flag(self, "tone", tone)

    def fit(self, room: int) -> None:
        metrics = QFontMetrics(self.font())
        text = self._count
        if self.problem is not None:
            wanted = f"{self._count} — {self.problem.message.rstrip('.。')}"
            show = tr(_SHOW)
            left = room - metrics.horizontalAdvance(show) - 12
            text = metrics.elidedText(wanted, Qt.TextElideMode.ElideRight, max(left, 0)) + show
            if metrics.horizontalAdvance(self._count) > left:
                text = self._count
        if text.replace("&", "&&") != self.text():
            self.setText(text.replace("&", "&&"))
