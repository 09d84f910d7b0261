"""Says over the canvas that one looks at the network as it was, and leads back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Slot
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QToolButton, QWidget

from playground.core.language import tr
from playground.ui.lookback.travel import TimeTravel
from playground.ui.theme import theme
from playground.ui.widgets.elided import ElidedLabel

HEIGHT = 32
_SIDE, _BELOW = 16, 48  # from the right edge of what it stands over, and from the top: under the sample's bar
_LEAST_WORDS = 60


class TimeBar(QWidget):
    """Stands over ``over``, hidden while one looks at what is now. Esc leads back from anywhere in the window.

    When it goes with the keyboard's focus in it, ``keyboard`` has that next: Qt would give it to a button of the run.
    """

    def __init__(self, travel: TimeTravel, over: QWidget, keyboard: QWidget) -> None:
        super().__init__(over)
        self._travel, self._over, self._keyboard = travel, over, keyboard
        self.setAccessibleName(tr("Looking back"))
        self.setFixedHeight(HEIGHT)
        self.words = ElidedLabel("")
        self.back, self.forth = self._tool("‹", tr("One snapshot earlier")), self._tool("›", tr("One snapshot later"))
        self.now = self._tool(tr("Now"), tr("Look at the network as it is (Esc)"))
        self.branch = self._tool(
            tr("Branch here"),
            tr(
                "Train on from this step as a run of its own; this run is put by, and Train ▸ Go back to leads back "
                "to it"
            ),
        )
        self._lay_out()
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), over.window(), travel.now)
        self._escape.setEnabled(False)
        self.hide()
        over.installEventFilter(self)
        travel.changed.connect(self.refresh)
        theme().changed.connect(self.update)

    def _tool(self, text: str, tip: str) -> QToolButton:
        tool = QToolButton(self)
        tool.setText(text)
        tool.setToolTip(tip)
        tool.setAccessibleName(tip.partition(";")[0] if len(text) == 1 else text)
        tool.setProperty("look", "tab")
        tool.setFixedHeight(24)
        tool.setCursor(Qt.CursorShape.PointingHandCursor)
        return tool

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 6, 0)
        row.setSpacing(4)
        row.addWidget(self.words, 1)
        for tool in (self.back, self.forth, self.now, self.branch):
            row.addWidget(tool)
        self.back.clicked.connect(self._travel.back)
        self.forth.clicked.connect(self._travel.forth)
        self.now.clicked.connect(self._travel.now)
        self.branch.clicked.connect(self._on_branch)
        self._settings = QMenu(self.branch)
        self._settings.addAction(tr("With the settings of the run"), self._travel.branch)
        self._settings.addAction(tr("With the settings as they are now"), lambda: self._travel.branch(as_now=True))
        self.branch.setStyleSheet("QToolButton::menu-indicator { image: none; }")

    @Slot()
    def _on_branch(self) -> None:
        self._travel.branch()

    @Slot()
    def refresh(self) -> None:
        """Say where one looks."""
        looking = self._travel.at is not None
        self._escape.setEnabled(looking)
        if looking:
            self.words.show_text(tr("Looking at {words}", words=self._travel.words))
            self.setAccessibleDescription(self.words.full_text)
            choice = self._travel.can_branch_as_now
            self.branch.setText(tr("Branch here ▾") if choice else tr("Branch here"))
            self.branch.setMenu(self._settings if choice else None)  # type: ignore[arg-type]  # None takes it away
            self.branch.setPopupMode(
                QToolButton.ToolButtonPopupMode.InstantPopup if choice else QToolButton.ToolButtonPopupMode.DelayedPopup
            )
            self.branch.setEnabled(self._travel.can_branch)
            self.back.setEnabled(self._travel.at != self._travel.steps[0])
            self.place()
        if self.isHidden() == looking:
            focused = QApplication.focusWidget()
            if not looking and focused is not None and self.isAncestorOf(focused):
                self._keyboard.setFocus()
            self.setVisible(looking)
            self.raise_()

    def place(self) -> None:
        """Within what it stands over, however narrow that is."""
        words = self.words.fontMetrics().horizontalAdvance(self.words.full_text) + 4
        layout = self.layout()
        assert layout is not None
        layout.invalidate()
        rest = 42 + sum(tool.sizeHint().width() for tool in (self.back, self.forth, self.now, self.branch))
        width = min(rest + words, max(rest + _LEAST_WORDS, self._over.width() - 2 * _SIDE))
        self.setGeometry(max(0, self._over.width() - _SIDE - width), _BELOW, width, HEIGHT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self.place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("accent"), 1))
        painter.setBrush(theme().color("accentSoft"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()
