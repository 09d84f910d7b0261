"""One problem: mark, message, hint, and the button that mends it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from playground.core.infer import Problem
from playground.core.language import mark, tr
from playground.ui.problems.fixes import fix_edit
from playground.ui.widgets.basics import label
from playground.ui.widgets.fitting_button import FittingButton
from playground.ui.widgets.severity import SeverityIcon


class ProblemCard(QFrame):
    """``activated`` by click or Enter when it leads somewhere; ``fix_wanted`` by its button."""

    activated = Signal(object)  # Problem
    fix_wanted = Signal(object)  # Problem

    def __init__(self, problem: Problem, *, leads: bool, stacked: bool, parent: QWidget | None = None) -> None:
        """``leads``: a click goes to the layer. ``stacked``: the button stands under the text, for narrow panels."""
        super().__init__(parent)
        self.problem = problem
        self._leads = leads
        self.fix_button: QPushButton | None = None
        self.setProperty("look", "row" if self._leads else "plain-row")
        sentence = mark("Error: {problem}") if problem.severity == "error" else mark("Warning: {problem}")
        self.setAccessibleName(tr(sentence, problem=problem))
        if self._leads:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setToolTip(tr("Show the layer") if problem.node else tr("Show the setting"))
        self._lay_out(stacked)

    def _lay_out(self, stacked: bool) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(self.problem.message, wrap=True))
        if self.problem.hint:
            words.addWidget(label(self.problem.hint, "caption", wrap=True))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8 if self._leads else 0, 6, 8 if self._leads else 0, 6)
        layout.setSpacing(8)
        layout.addWidget(SeverityIcon(self.problem.severity), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        if fix_edit(self.problem) is not None and self.problem.fix is not None:
            self.fix_button = FittingButton(self.problem.fix.text)
            self.fix_button.clicked.connect(self._on_fix)
            if stacked:
                words.addSpacing(4)
                words.addWidget(self.fix_button, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                layout.addWidget(self.fix_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if self._leads and inside and event.button() == Qt.MouseButton.LeftButton:
            self.activated.emit(self.problem)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._leads and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.activated.emit(self.problem)
        else:
            super().keyPressEvent(event)

    def _on_fix(self) -> None:
        self.fix_wanted.emit(self.problem)
