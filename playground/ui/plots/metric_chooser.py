"""The title of a plot as a button: its menu chooses what the plot shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from playground.core.language import tr
from playground.ui.plots.header import HEIGHT
from playground.ui.plots.quantities import Quantity
from playground.ui.theme import BODY, theme

_ARROW, _PAD = 18, 4


class MetricChooser(QToolButton):
    """Offers quantities by their titles; ``chosen`` tells the name of the one that a person picked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: list[Quantity] = []
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._group = QActionGroup(self)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(tr("Choose what this plot shows"))
        self.setEnabled(False)
        theme().changed.connect(self.update)

    def offer(self, quantities: Sequence[Quantity], shown: Quantity) -> None:
        """What the menu has, and which of it the plot shows."""
        if list(quantities) != self._offered:
            self._offered = list(quantities)
            self._fill()
        for action in self._menu.actions():
            action.setChecked(action.data() == shown.name)
        self.setEnabled(len(self._offered) > 1)
        self.setText(shown.title)
        self.setAccessibleName(tr("Plot of {title}; choose another", title=shown.title))
        self.updateGeometry()

    def _fill(self) -> None:
        self._menu.clear()
        for quantity in self._offered:
            action = QAction(quantity.title, self._menu)
            action.setData(quantity.name)
            action.setToolTip(quantity.summary)
            action.setCheckable(True)
            action.triggered.connect(self._on_triggered)
            self._group.addAction(action)
            self._menu.addAction(action)

    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(str(action.data()))

    def sizeHint(self) -> QSize:
        font = theme().font(BODY, bold=True)
        self.setFont(font)
        arrow = _ARROW if self.isEnabled() else 0
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2 * _PAD + arrow, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isEnabled() and (self.underMouse() or self.hasFocus()):
            painter.setPen(QPen(theme().color("accent" if self.hasFocus() else "line"), 1))
            painter.setBrush(theme().color("accentSoft"))
            painter.drawRoundedRect(self.rect().adjusted(0, 1, -1, -2), 6, 6)
        painter.setFont(theme().font(BODY, bold=True))
        painter.setPen(theme().color("text"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect().adjusted(_PAD, 0, 0, 0), flags, self.text())
        if self.isEnabled():
            painter.setPen(QPen(theme().color("muted"), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            x, y = self.width() - 10.0, self.height() / 2
            painter.drawPolyline([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)])
        painter.end()
