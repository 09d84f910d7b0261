"""The window: start page or workbench under one toolbar, with the messages above them.

What is not needed for the first picture (the controller with numpy, the workbench) is made right after it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from playground.core.edits import SetProject
from playground.core.language import tr
from playground.ui.actions import Actions
from playground.ui.edit_news import EditNews
from playground.ui.file_actions import FileActions
from playground.ui.focus_at_rest import FocusAtRest
from playground.ui.helping import Helping
from playground.ui.icons import window_icon
from playground.ui.import_actions import ImportActions
from playground.ui.menus import Menus
from playground.ui.message_bar import MessageArea
from playground.ui.quiet_memory import QuietMemory
from playground.ui.settings import settings
from playground.ui.start import StartPage
from playground.ui.task_actions import TaskActions
from playground.ui.toasts import attach
from playground.ui.toolbar import Toolbar
from playground.ui.window_commands import WindowCommands
from playground.ui.window_parts import WindowParts
from playground.ui.window_wiring import connect_start, make_workbench

if TYPE_CHECKING:
    from playground.ui.file_drops import FileDrops
    from playground.ui.lessons.guide import Guide
    from playground.ui.recovery import Recovery
    from playground.ui.rescue import Rescue
    from playground.ui.run_status import RunStatus
    from playground.ui.workbench import Workbench

SIZE, SMALLEST = (1440, 900), (960, 600)
TOAST_WIDTH = 400


class MainWindow(WindowParts):
    """``painted`` comes once, when the first picture is on the screen; ``warmed_up`` when all parts are made."""

    painted = Signal()
    warmed_up = Signal()
    closed = Signal()

    def __init__(self, in_thread: bool = False) -> None:
        super().__init__(in_thread, self._build_workbench)
        self._rescue: Rescue | None = None
        self._run_status: RunStatus | None = None
        self._drops: FileDrops | None = None
        self._closed = self._quiet = False
        self._first_size = QSize()  # of a window whose size nobody has chosen
        self.menu_actions = Actions(self.session.undo_stack, self)
        self.files = FileActions(self)
        self.imports = ImportActions(self)
        self.tasks = TaskActions(self)
        self.menus = Menus(self.menuBar(), self.menu_actions, self)
        self.commands = WindowCommands(self)
        self.toolbar = Toolbar(self.menu_actions)
        self.messages = MessageArea()
        self.toasts = MessageArea(widest=TOAST_WIDTH, snug=True)
        self.start_page = StartPage(recent_files=_recent_files)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start_page)
        self._arrange()
        self._connect()
        self.show_start()

    # --- parts ---

    @property
    def lessons(self) -> Guide:
        return self.commands.lessons

    # --- what the program is asked for ---

    def open_path(self, path: Path) -> bool:
        """Open a project, a bundle or an ONNX model; False, with a message in the window, when it cannot be read."""
        return self.files.open_path(path)

    def new_project(self) -> None:
        self.files.new()

    def save(self) -> bool:
        return self.files.save()

    def save_as(self) -> bool:
        return self.files.save_as()

    @Slot()
    def show_start(self) -> None:
        """The start page; an open project stays open behind it."""
        self.start_page.offer_back(self.session.project.title if self.on_workbench else "")
        self.start_page.refresh()
        self._stack.setCurrentWidget(self.start_page)
        self.messages.lie_over(self.start_page)
        self.toasts.lie_over(self.start_page, lambda: 0)  # messages lie along its lower edge
        self._follow_page()

    @Slot()
    def show_workbench(self) -> None:
        self._stack.setCurrentWidget(self.workbench)
        self.workbench.docks.restore()
        self.messages.lie_over(self.canvas.view, self.canvas.below_tabs)
        self.toasts.lie_over(self.canvas.view)
        self.canvas.view.setFocus()
        self._follow_page()

    def close_quietly(self) -> None:
        """Close without questions (a signal from the system): unsaved work goes to the recovery file."""
        self._quiet = True
        self.close()

    # --- making ---

    def _build_workbench(self) -> Workbench:
        workbench, self._run_status = make_workbench(self)
        workbench.unfolded.connect(self._on_unfolded)
        workbench.failed.connect(self._on_failed)
        self._stack.addWidget(workbench)
        return workbench

    def _arrange(self) -> None:
        self.setWindowIcon(window_icon())
        self.setAcceptDrops(True)
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.toolbar)
        across = QSplitter(Qt.Orientation.Horizontal)  # help stands at the right of all pages
        across.setHandleWidth(1)
        across.addWidget(self._stack)
        self.helping = Helping(self, across)
        layout.addWidget(across, 1)
        for area in (self.messages, self.toasts):
            area.setParent(central)  # over the pages, not between them
            area.come_after(self.toolbar.reset_button)
        attach(self, self.toasts)
        self._memory = QuietMemory(self.session, self)
        self._news = EditNews(self.session, self.toasts, self)
        self._at_rest = FocusAtRest(self)
        self.setCentralWidget(central)
        available = self.screen().availableSize()
        self.setMinimumSize(min(SMALLEST[0], available.width()), min(SMALLEST[1], available.height()))
        geometry = settings().geometry
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(min(SIZE[0], available.width()), min(SIZE[1], available.height()))
            self._first_size = self.size()

    def _connect(self) -> None:
        connect_start(self)
        self.menu_actions.start_page.triggered.connect(self._on_start_page)
        self.start_page.lesson_chosen.connect(self._on_lesson)
        self.session.file_changed.connect(self._follow_title)
        self.session.changed.connect(self._follow_title)
        self.toolbar.title.renamed.connect(self._on_renamed)

    @property
    def drops(self) -> FileDrops:
        if self._drops is None:
            from playground.ui.file_drops import FileDrops

            self._drops = FileDrops(self)
        return self._drops

    @property
    def rescue(self) -> Rescue:
        if self._rescue is None:
            from playground.ui.rescue import Rescue

            self._rescue = Rescue(self)
        return self._rescue

    @property
    def recovery(self) -> Recovery:
        """The copy of unsaved work."""
        return self.rescue.recovery

    # --- after the first picture ---

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._started:
            self._started = True
            QTimer.singleShot(0, self._on_painted)

    _started = False

    @Slot()
    def _on_painted(self) -> None:
        self.painted.emit()
        QTimer.singleShot(0, self._warm_up)

    @Slot()
    def _warm_up(self) -> None:
        """While a person looks around: the worker loads torch, the workbench is made."""
        if self._closed:
            return
        self._stay_on_screen()
        self.controller.start_worker()
        self.rescue.offer()
        self.workbench.plots.prepare()
        self.warmed_up.emit()

    def _stay_on_screen(self) -> None:
        """At the first start: frame and title, whose sizes only the system knows, belong to the window, too."""
        if self.size() != self._first_size or self.isMaximized() or self.isFullScreen():
            return
        frame, room = self.frameGeometry(), self.screen().availableGeometry()
        wide, high = min(frame.width(), room.width()), min(frame.height(), room.height())
        if (wide, high) != (frame.width(), frame.height()):
            self.resize(self.width() - frame.width() + wide, self.height() - frame.height() + high)
            self.move(max(room.left(), min(frame.left(), room.right() + 1 - wide)),
                      max(room.top(), min(frame.top(), room.bottom() + 1 - high)))  # fmt: skip

    @Slot(str)
    def _on_unfolded(self, name: str) -> None:
        action: QAction = getattr(self.menu_actions, f"show_{name}")
        action.setChecked(True)

    @Slot(str)
    def _on_failed(self, message: str) -> None:
        self.messages.show_message(message)

    # --- following ---

    @property
    def on_workbench(self) -> bool:
        """Whether the open project is in sight, not the start page."""
        return self._workbench is not None and self._stack.currentWidget() is self._workbench

    def _follow_page(self) -> None:
        shown = self.on_workbench
        actions = self.menu_actions
        self.toolbar.setVisible(shown)
        actions.enable(actions.ON_CANVAS + actions.ON_PROJECT, shown)
        actions.start_page.setChecked(not shown)
        if self._workbench is not None and self._run_status is not None:
            self._workbench.docks.show_windows(shown)
            self._run_status.enable(shown)
        else:
            actions.enable((*actions.OF_RUN, "save_bundle", "export"), False)
        self._follow_title()

    @Slot()
    def _follow_title(self) -> None:
        session = self.session
        title = session.project.title
        saved = tr("edited") if session.dirty else tr("saved") if session.path else tr("not saved yet")
        self.toolbar.show_title(title, saved)
        self.toolbar.saved.setToolTip(str(session.path or ""))
        self.setWindowTitle(f"{title}[*] — Neural Playground" if self.on_workbench else "Neural Playground[*]")
        self.setWindowModified(session.dirty and self.on_workbench)

    @Slot(str)
    def _on_renamed(self, title: str) -> None:
        self.session.do(SetProject({"title": title}))

    @Slot(str)
    def _on_lesson(self, name: str) -> None:
        self.lessons.start(name)

    @Slot()
    def _on_start_page(self) -> None:
        if self.on_workbench:
            self.show_start()
        else:
            self.show_workbench()

    # --- files dropped, closing ---

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from playground.ui.file_drops import dropped

        if dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        from playground.ui.file_drops import dropped

        paths = dropped(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.drops.take(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._quiet and not self.files.may_leave(tr("closing"), self.close):
            event.ignore()
            return
        self._closed = True
        self._memory.stop()
        self.files.opening.finish()
        settings().geometry = QByteArray(self.saveGeometry())
        if self._workbench is not None:
            self._workbench.remember_sizes()
            self._workbench.docks.show_windows(False)  # what is torn down must not be told that nobody sees it
        if self._rescue is not None:
            self._rescue.end(keep=self._quiet)
        self.hide()  # the worker may take a moment to end
        if self._controller is not None:
            self._controller.shutdown()
        if self._rescue is not None:
            self._rescue.let_go(keep=self._quiet)
        event.accept()
        self.closed.emit()


def _recent_files() -> list[Path]:
    return settings().recent_files
