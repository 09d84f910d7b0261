"""The levers of the game: a step of one, of the other or of both, and slow motion."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from playground.core.language import mark, tr
from playground.training.tasks import task_of
from playground.ui.slow_motion import PaceSlider
from playground.ui.views.bench import Bench
from playground.ui.widgets.wrapping_row import WrappingRow

_PARTS = (("generator", mark("Generator")), ("discriminator", mark("Discriminator")))


# On a button that has no room for more.
_SHORT = {"generator": mark("G"), "discriminator": mark("D")}


class GameControls(QWidget):
    """Buttons for single steps are enabled as Step is."""

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = bench.controller
        parts = task_of(bench.session.project).parts or _PARTS
        named = [*((part, tr(title), _short(part, title)) for part, title in parts), ("", tr("Both"), tr("both"))]
        self.buttons = {part: _button(part, title, short) for part, title, short in named}
        steps = WrappingRow()
        for button in self.buttons.values():
            button.clicked.connect(self._on_clicked)
            steps.addWidget(button)
        self.pace = PaceSlider(bench.controller)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(steps)
        layout.addWidget(self.pace)
        bench.controller.state_changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self, *_: object) -> None:
        for button in self.buttons.values():
            button.setEnabled(self._controller.can["step"])

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        self._controller.step_part(next(part for part, button in self.buttons.items() if button is sender))


def _short(part: str, title: str) -> str:
    return tr(_SHORT[part]) if part in _SHORT else tr(title)[:1]


def _button(part: str, title: str, short: str) -> QToolButton:
    made = QToolButton()
    made.setText(tr("Step {short}", short=short))
    made.setProperty("look", "quiet")
    made.setStyleSheet("padding: 2px 4px; min-height: 16px;")  # three in a narrow column
    made.setFixedHeight(24)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setToolTip(
        tr("One batch in which the {title} alone learns, then pause", title=title.lower())
        if part
        else tr("One batch, then pause")
    )
    made.setAccessibleName(tr("Step {title}", title=title.lower()))
    return made
