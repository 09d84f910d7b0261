"""The command palette itself: a field over a list, in the middle of the window's upper part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid

from playground.core.language import tr
from playground.ui.canvas.announcing import announce
from playground.ui.canvas.quick_search.field import SearchField
from playground.ui.command_palette.command import Command, matching
from playground.ui.command_palette.rows import COMMAND, HEIGHT, CommandPainter, CommandRows
from playground.ui.command_palette.sources import commands
from playground.ui.settings import settings
from playground.ui.theme import theme
from playground.ui.widgets.basics import label, set_text

if TYPE_CHECKING:
    from playground.ui.main_window import MainWindow

WIDTH, MOST_ROWS = 640, 12
MOST_REMEMBERED = 20
_EDGE, _SHADOW, _TOP = 12, 6, 56


class CommandPalette(QWidget):
    """One for a window. Enter does what is chosen; Esc gives the keyboard back to where it was."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._all: list[Command] = []
        self._open = False
        self._before: QWidget | None = None
        self.field = SearchField(self)
        self.field.setPlaceholderText(tr("Search commands, layers, presets, help"))
        self.field.setAccessibleName(tr("Search commands"))
        self._nothing = label("", "muted")
        self.rows = CommandRows()
        self.list = self._make_list()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SHADOW + 8, _SHADOW + 8, _SHADOW + 8, _SHADOW + 8)
        layout.setSpacing(8)
        for widget in (self.field, self.list, self._nothing):
            layout.addWidget(widget)
        self.setAccessibleName(tr("Commands"))
        self.field.textChanged.connect(self.refresh)
        self.field.walked.connect(self._walk)
        self.field.accepted.connect(self._accept)
        self.field.left.connect(self.close_palette)
        self.field.lost.connect(lambda: self.close_palette(focus=False))
        self.list.clicked.connect(lambda _index: self._accept())
        theme().changed.connect(self.update)
        self.hide()

    def _make_list(self) -> QListView:
        made = QListView()
        made.setModel(self.rows)
        made.setItemDelegate(CommandPainter(made))
        made.setUniformItemSizes(True)
        made.setAccessibleName(tr("Commands found"))
        made.setMouseTracking(True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.selectionModel().currentChanged.connect(self._on_current)
        return made

    # --- open and close ---

    @property
    def is_open(self) -> bool:
        return self._open

    def open_palette(self) -> None:
        """Show it with everything that can be done now, what was used last first."""
        if self._open:
            self.close_palette()
            return
        self._before = QApplication.focusWidget()
        self._all, self._open = commands(self._window), True
        if self.field.text():
            self.field.clear()
        else:
            self.refresh()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def close_palette(self, *, focus: bool = True) -> None:
        if not self._open:
            return
        self._open = False
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        before, self._before = self._before, None
        if focus:
            # before this hides: what had the focus may be gone (the name that was being edited), and Qt would choose
            page = self._window.canvas.view if self._window.on_workbench else self._window.start_page
            there = before is not None and isValid(before) and before.isVisible()
            (before if before is not None and there else page).setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While it is open: a press elsewhere closes it, a new size of the window moves it."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            inside = self.rect().contains(self.mapFromGlobal(event.globalPosition().toPoint()))
            if not inside and isinstance(watched, QWidget) and watched.window() is self.window():
                self.close_palette(focus=False)
        elif event.type() == QEvent.Type.Resize and watched is self._window:
            self._place()
        return False

    def _place(self) -> None:
        """In the middle, below the toolbar, as high as what it lists."""
        room = self._window.rect()
        width = min(WIDTH, room.width() - 2 * _EDGE)
        listed = min(max(1, len(self.rows.commands)), MOST_ROWS) * HEIGHT + 4
        height = min(2 * _SHADOW + 16 + 8 + self.field.sizeHint().height() + listed + 8, room.height() - 2 * _EDGE)
        self.setGeometry((room.width() - width) // 2, min(_TOP, room.height() - height - _EDGE), width, height)

    # --- what is found ---

    def refresh(self, *_: object) -> None:
        """List what the typed text finds; the first hit is chosen."""
        typed, recent = self.field.text().strip(), settings().recent_commands
        if typed:
            found = matching(self._all, typed, recent)
        else:
            known = {command.key: command for command in self._all}
            used = [known[key] for key in recent if key in known]
            found = [*used, *(command for command in self._all if command.key not in recent)]
        self.rows.show(found)
        self.list.setVisible(bool(found))
        set_text(self._nothing, "" if found else tr("No command matches “{text}”.", text=typed))
        self._choose(0 if found else None)
        self._place()

    def current(self) -> Command | None:
        """What Enter would do."""
        index = self.list.currentIndex()
        return index.data(COMMAND) if index.isValid() else None

    def _choose(self, row: int | None) -> None:
        self.list.setCurrentIndex(self.rows.index(row, 0) if row is not None else QModelIndex())

    def _walk(self, step: str) -> None:
        count = len(self.rows.commands)
        if not count:
            return
        at = max(0, self.list.currentIndex().row())
        page = MOST_ROWS - 1
        self._choose({
            "up": (at - 1) % count, "down": (at + 1) % count, "section": (at + 1) % count, "back": (at - 1) % count,
            "page up": max(0, at - page), "page down": min(count - 1, at + page), "first": 0, "last": count - 1,
        }[step])  # fmt: skip

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        command = index.data(COMMAND) if index.isValid() else None
        if command is not None and self._open:
            announce(self.field, str(index.data(Qt.ItemDataRole.AccessibleTextRole)))

    def _accept(self) -> None:
        command = self.current()
        if command is None:
            return
        if command.lacks:
            self._window.messages.show_message(
                tr("{command}: {reason}.", command=command.title, reason=command.lacks.rstrip(".")),
                "info",
                key="command",
            )
            return
        kept = [command.key, *(key for key in settings().recent_commands if key != command.key)]
        settings().recent_commands = kept[:MOST_REMEMBERED]
        self.close_palette()
        QTimer.singleShot(0, command.act)  # with the keyboard back where the command looks for it

    # --- Qt ---

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()  # nothing typed here is meant for the window

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        painter.setPen(Qt.PenStyle.NoPen)
        shadow = QColor(colors.color("shadow"))
        shadow.setAlphaF(shadow.alphaF() * 0.4)
        painter.setBrush(shadow)
        for grow in (5, 3, 1):
            painter.drawRoundedRect(card.adjusted(-grow, 1 - grow, grow, 1 + grow), 10 + grow, 10 + grow)
        painter.setPen(QPen(colors.color("line"), 1))
        painter.setBrush(colors.color("raised"))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        painter.end()
