"""One tab for each network of the project, floating above the canvas."""

from __future__ import annotations

import re

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QMenu, QTabBar, QWidget

from playground.core.blocks import recursion, showing
from playground.core.language import tr
from playground.core.project import Project
from playground.ui.canvas.block_actions import BlockActions
from playground.ui.canvas.entries import block_entry
from playground.ui.canvas.name_editor import NameEditor
from playground.ui.project_session import ProjectSession
from playground.ui.theme import CAPTION, theme

HEIGHT, NARROWEST, WIDEST, BETWEEN = 28, 110, 220, 8
_PADDING = 16  # of a name that is as long as its tab can be
MARK = 14  # room for the sign of the network that trains


def in_order(project: Project) -> list[str]:
    """The network that trains, then the others by name, "Block 10" behind "Block 9"."""
    main = project.main_network
    return sorted(project.networks, key=lambda name: (name != main, _natural(name)))


def _natural(name: str) -> list[tuple[int, int, str]]:
    return [(0, int(part), "") if part.isdigit() else (1, 0, part.casefold()) for part in re.split(r"(\d+)", name)]


class NetworkTabs(QTabBar):
    """Follows the session's networks and shows the one that is clicked. ``block_wanted`` names a palette entry."""

    block_wanted = Signal(str)
    resized = Signal()
    changed = Signal()  # there are others: they may want more room, or less

    def __init__(self, session: ProjectSession, actions: BlockActions, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._actions = session, actions
        self._room = 10_000
        self._editor = NameEditor(parent)
        self._editor.setAccessibleName(tr("Name of the network"))
        self._editor.setMaxLength(40)
        self._editor.named.connect(self._on_named)
        self.setAccessibleName(tr("Networks"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        session.changed.connect(self._sync)
        session.network_changed.connect(self._sync)
        session.opened.connect(self._sync)
        self.currentChanged.connect(self._chosen)
        theme().changed.connect(self.update)
        self._sync()

    @property
    def names(self) -> list[str]:
        return [self.tabText(index) for index in range(self.count())]

    def fit_into(self, width: int) -> None:
        """Take at most ``width`` pixels; more tabs than that are scrolled."""
        self._room = width
        self.resize(min(self.sizeHint().width(), width), HEIGHT)
        self.resized.emit()

    def _sync(self, *_: object) -> None:
        project, shown = self._session.project, self._session.network
        names = in_order(project)
        if names != self.names or self.tabText(self.currentIndex()) != shown:
            self._editor.finish(keep=False)
            self.blockSignals(True)
            while self.count():
                self.removeTab(0)
            for name in names:
                self.addTab(name)
            self.setCurrentIndex(names.index(shown))
            self.blockSignals(False)
            self.fit_into(self._room)
            self.changed.emit()
        for index, name in enumerate(names):
            cut = self._text_width(index) > WIDEST - _PADDING
            self.setTabToolTip(index, "\n".join(text for text in (name if cut else "", _tip(project, name)) if text))
        self.update()

    def _chosen(self, index: int) -> None:
        if index >= 0:
            self._session.show_network(self.tabText(index))

    # --- what one can do to a network ---

    def rename(self, name: str) -> None:
        """Edit the name in its tab."""
        index = self.names.index(name)
        self.setCurrentIndex(index)
        place = self.tabRect(index).adjusted(0, 2, -BETWEEN, -2).translated(self.pos())
        self._editor.ask(name, name, QRectF(place), 1.0)

    def _on_named(self, network: str, name: str) -> None:
        self._actions.rename(network, name)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.tabAt(event.position().toPoint())
        if index >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.rename(self.tabText(index))
        else:
            super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.tabAt(event.pos())
        if index < 0:
            return
        at = self.tabRect(index).bottomLeft() if keyboard else event.pos()
        menu = self.menu_for(self.tabText(index))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(QPoint(at)))

    def menu_for(self, name: str) -> QMenu:
        """The menu of one tab."""
        session, actions = self._session, self._actions
        menu = QMenu(self)
        trains = name == session.project.main_network
        usable = recursion(session.project.networks, session.network, name) is None
        for text, act, possible in (
            (tr("Rename"), lambda: self.rename(name), True),
            (tr("Duplicate"), lambda: actions.duplicate(name), True),
            (
                tr("Use as a block in {network}", network=session.network),
                lambda: self.block_wanted.emit(block_entry(name)),
                usable,
            ),
            (tr("Train this network"), lambda: actions.train(name), not trains),
            (None, None, True),
            (tr("Delete"), lambda: actions.remove(name), self.count() > 1),
        ):
            if text is None or act is None:
                menu.addSeparator()
                continue
            action = menu.addAction(text)
            action.setEnabled(possible)
            action.triggered.connect(lambda _checked=False, act=act: act())
        return menu

    # --- looks ---

    def _marked(self, index: int) -> bool:
        """Where there are several networks the one that trains has a mark."""
        return self.count() > 1 and self.tabText(index) == self._session.project.main_network

    def _text_width(self, index: int) -> int:
        metrics = QFontMetrics(theme().font(CAPTION + 1, bold=True))
        return metrics.horizontalAdvance(self.tabText(index)) + (MARK if self._marked(index) else 0)

    def tabSizeHint(self, index: int) -> QSize:
        return QSize(min(max(NARROWEST, self._text_width(index) + 2 * _PADDING), WIDEST) + BETWEEN, HEIGHT)

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Names stay readable: more tabs than there is room for are scrolled, not cut."""
        return QSize(min(self._text_width(index) + 24, NARROWEST + 30) + BETWEEN, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.count()):
            self._paint_tab(painter, index, self.tabRect(index))
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int, place: QRect) -> None:
        colors, chosen = theme(), index == self.currentIndex()
        pill = QRectF(place).adjusted(0.5, 0.5, 0.5 - BETWEEN, -0.5)
        if chosen:
            painter.setPen(QPen(colors.color("accent" if self.hasFocus() else "line"), 1))
            painter.setBrush(colors.color("raised"))
            painter.drawRoundedRect(pill, 6, 6)
        painter.setFont(colors.font(CAPTION + 1, bold=chosen))
        mark = MARK if self._marked(index) else 0
        metrics = painter.fontMetrics()
        text = metrics.elidedText(self.tabText(index), Qt.TextElideMode.ElideRight, int(pill.width()) - _PADDING - mark)
        left = pill.center().x() - (metrics.horizontalAdvance(text) + mark) / 2
        if mark:
            middle = pill.center().y()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.color("accent"))
            painter.drawPolygon(
                QPolygonF([QPointF(left, middle - 4), QPointF(left + 7, middle), QPointF(left, middle + 4)])
            )
        painter.setPen(colors.color("text" if chosen else "muted"))
        room = QRectF(left + mark, pill.top(), pill.right() - left - mark, pill.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def _tip(project: Project, name: str) -> str:
    if name == project.main_network:
        return tr("{name} trains", name=name) if len(project.networks) > 1 else ""
    hosts = [host for host, graph in project.networks.items() if showing(graph, name)]
    return tr("Stands in {hosts}", hosts=", ".join(hosts)) if hosts else tr("Stands in no network yet")
