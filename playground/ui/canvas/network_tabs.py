"""One tab for each network of the project, floating above the canvas."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget

from playground.ui.project_session import ProjectSession
from playground.ui.theme import CAPTION, theme

HEIGHT, NARROWEST = 28, 110


class NetworkTabs(QTabBar):
    """Follows the session's networks and shows the one that is clicked."""

    def __init__(self, session: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setAccessibleName("Networks")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        session.changed.connect(self._sync)
        session.network_changed.connect(self._sync)
        session.opened.connect(self._sync)
        self.currentChanged.connect(self._chosen)
        theme().changed.connect(self.update)
        self._sync()

    def _sync(self, *_: object) -> None:
        names = list(self._session.project.networks)
        if names == [self.tabText(index) for index in range(self.count())] and (
            self.tabText(self.currentIndex()) == self._session.network
        ):
            return
        self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        for name in names:
            self.addTab(name)
        self.setCurrentIndex(names.index(self._session.network))
        self.blockSignals(False)
        self.resize(self.sizeHint())

    def _chosen(self, index: int) -> None:
        if index >= 0:
            self._session.show_network(self.tabText(index))

    def tabSizeHint(self, index: int) -> QSize:
        metrics = QFontMetrics(theme().font(CAPTION + 1, bold=True))
        return QSize(max(NARROWEST, metrics.horizontalAdvance(self.tabText(index)) + 32) + 8, HEIGHT)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return QSize(64, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = theme()
        for index in range(self.count()):
            chosen = index == self.currentIndex()
            pill = QRectF(self.tabRect(index)).adjusted(0.5, 0.5, -8.5, -0.5)
            if chosen:
                painter.setPen(QPen(colors.color("accent" if self.hasFocus() else "line"), 1))
                painter.setBrush(colors.color("raised"))
                painter.drawRoundedRect(pill, 6, 6)
            painter.setFont(colors.font(CAPTION + 1, bold=chosen))
            painter.setPen(colors.color("text" if chosen else "muted"))
            room = int(pill.width()) - 16
            text = painter.fontMetrics().elidedText(self.tabText(index), Qt.TextElideMode.ElideRight, room)
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
