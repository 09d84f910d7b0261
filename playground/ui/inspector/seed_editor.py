"""The seed, with a die for another one."""

from __future__ import annotations

import random

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from playground.core.forms import FormField
from playground.core.language import tr
from playground.ui.theme import theme
from playground.ui.widgets.text_editors import TextEditor

# Short enough to be read out and typed again.
_LARGEST = 9999


class SeedEditor(TextEditor):
    """A number box and a button that throws a new number."""

    def __init__(self, field: FormField, parent: QWidget | None = None) -> None:
        super().__init__(field, "", parent)
        self.die = _DieButton()
        self.die.clicked.connect(self._throw)
        self._layout.setSpacing(4)
        self._layout.addWidget(self.die)

    def _throw(self) -> None:
        self.begin_sweep()
        others = [seed for seed in (random.randint(0, _LARGEST) for _ in range(2)) if seed != self.value]  # noqa: S311
        self._try(others[0] if others else 0)


class _DieButton(QToolButton):
    """A button with the five of a die on it."""

    def __init__(self) -> None:
        super().__init__()
        self.setToolTip(tr("Another seed: other initial weights, another order of the data"))
        self.setAccessibleName(tr("Another seed"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(28, 28)

    def sizeHint(self) -> QSize:
        return QSize(28, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = theme().color("text" if self.underMouse() else "muted")
        painter.setPen(QPen(color, 1.4))
        painter.drawRoundedRect(QRectF(6.5, 6.5, 15, 15), 3, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        for x, y in ((10.5, 10.5), (17.5, 10.5), (14, 14), (10.5, 17.5), (17.5, 17.5)):
            painter.drawEllipse(QPointF(x, y), 1.3, 1.3)
