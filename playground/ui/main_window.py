"""The window: start page or workbench under one toolbar, with the messages above them.

What is not needed for the first picture (the controller with numpy, the workbench) is made right after it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from playground.core.edits import SetProject
from playground.ui.actions import Actions
from playground.ui.dialogs.about import AboutDialog
from playground.ui.dialogs.shortcuts import ShortcutsDialog
from playground.ui.file_actions import FileActions
from playground.ui.icons import window_icon
from playground.ui.import_actions import ImportActions
from playground.ui.line_keys import LineKeys
from playground.ui.menus import Menus
from playground.ui.message_bar import MessageArea
from playground.ui.project_session import ProjectSession
from playground.ui.settings import settings
from playground.ui.stale_notices import NO_BACKUP, StaleNotices
from playground.ui.start import StartPage
from playground.ui.task_actions import TaskActions
from playground.ui.theme import theme
from playground.ui.toolbar import Toolbar

if TYPE_CHECKING:
    from playground.ui.canvas import CanvasPanel
    from playground.ui.file_drops import FileDrops
    from playground.ui.inspector import InspectorPanel
    from playground.ui.palette import PalettePanel
    from playground.ui.plots.panel import PlotsPanel
    from playground.ui.problems import ProblemsPanel
    from playground.ui.recovery import Recovered, Recovery
    from playground.ui.run_controller import RunController
    from playground.ui.workbench import Workbench

SIZE, SMALLEST = (1440, 900), (960, 600)


class MainWindow(QMainWindow):
    """``painted`` comes once, when the first picture is on the screen; ``warmed_up`` when all parts are made."""

    painted = Signal()
    warmed_up = Signal()

    def __init__(self, in_thread: bool = False) -> None:
        super().__init__()
        self._in_thread = in_thread
        self._controller: RunController | None = None
        self._workbench: Workbench | None = None
        self._recovery: Recovery | None = None
        self._drops: FileDrops | None = None
        self._closed = self._quiet = False
        self.session = ProjectSession(self)
        self.menu_actions = Actions(self.session.undo_stack, self)
        self.files = FileActions(self)
        self.imports = ImportActions(self)
        self.tasks = TaskActions(self)
        self.menus = Menus(self.menuBar(), self.menu_actions, self)
        self.toolbar = Toolbar(self.menu_actions)
        self.messages = MessageArea()
        self.start_page = StartPage(recent_files=_recent_files)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start_page)
        self._arrange()
        self._connect()
        self.show_start()

    # --- parts ---

    @property
    def controller(self) -> RunController:
        if self._controller is None:
            from playground.ui.run_controller import RunController

            self._controller = RunController(self.session, in_thread=self._in_thread, parent=self)
            self._controller.data_dir = settings().data_dir
        return self._controller

    @property
    def workbench(self) -> Workbench:
        if self._workbench is None:
            self._workbench = self._make_workbench()
        return self._workbench

    @property
    def canvas(self) -> CanvasPanel:
        return self.workbench.canvas

    @property
    def palette_panel(self) -> PalettePanel:
        return self.workbench.palette_panel

    @property
    def inspector(self) -> InspectorPanel:
        return self.workbench.inspector

    @property
    def plots(self) -> PlotsPanel:
        return self.workbench.plots

    @property
    def problems(self) -> ProblemsPanel:
        return self.workbench.problems

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

    def run_at_stake(self) -> tuple[bool, bool]:
        """Whether a run is under way, and whether it has weights that nobody saved."""
        if self._controller is None:
            return False, False
        return self._controller.active, self._controller.unsaved_weights

    @Slot()
    def show_start(self) -> None:
        """The start page; an open project stays open behind it."""
        self.start_page.refresh()
        self._stack.setCurrentWidget(self.start_page)
        self.messages.lie_over(self.start_page)
        self._follow_page()

    @Slot()
    def show_workbench(self) -> None:
        self._stack.setCurrentWidget(self.workbench)
        self.workbench.docks.restore()
        self.messages.lie_over(self.canvas.view, self.canvas.below_tabs)
        self.canvas.view.setFocus()
        self._follow_page()

    def close_quietly(self) -> None:
        """Close without questions (a signal from the system): unsaved work goes to the recovery file."""
        self._quiet = True
        self.close()

    # --- making ---

    def _arrange(self) -> None:
        self.setWindowIcon(window_icon())
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.toolbar)
        layout.addWidget(self._stack, 1)
        self.messages.setParent(central)  # over the pages, not between them
        self.messages.come_after(self.toolbar.reset_button)
        self.setCentralWidget(central)
        geometry = settings().geometry
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            available = self.screen().availableSize()
            self.resize(min(SIZE[0], available.width()), min(SIZE[1], available.height()))

    def _connect(self) -> None:
        actions, files, start = self.menu_actions, self.files, self.start_page
        for name in ("new", "open", "save", "save_as", "save_bundle", "export"):
            getattr(actions, name).triggered.connect(getattr(files, name))
        actions.import_onnx.triggered.connect(self.imports.ask)
        actions.new_from_task.triggered.connect(self.tasks.new_from_task)
        actions.find_rate.triggered.connect(self.tasks.find_rate)
        actions.quit.triggered.connect(self.close)
        actions.start_page.triggered.connect(self._on_start_page)
        actions.shortcuts.triggered.connect(self._show_shortcuts)
        actions.about.triggered.connect(self._show_about)
        for action in actions.theme_group.actions():
            action.setChecked(action.data() == settings().theme)
        actions.theme_group.triggered.connect(self._on_theme)
        self.menus.recent_chosen.connect(files.open_path)
        start.preset_chosen.connect(files.open_preset)
        start.file_chosen.connect(files.open_path)
        start.new_requested.connect(files.new)
        start.task_requested.connect(self.tasks.new_from_task)
        start.open_requested.connect(files.open)
        self.session.file_changed.connect(self._follow_title)
        self.session.changed.connect(self._follow_title)
        self.toolbar.title.renamed.connect(self._on_renamed)

    def _make_workbench(self) -> Workbench:
        from playground.ui.canvas_actions import connect_canvas
        from playground.ui.lookback.going_back import GoingBack
        from playground.ui.run_messages import RunMessages
        from playground.ui.run_status import RunStatus
        from playground.ui.slow_motion import SlowMotion
        from playground.ui.step_menu import StepMenu
        from playground.ui.workbench import Workbench

        controller, actions = self.controller, self.menu_actions
        workbench = Workbench(self.session, controller)
        self._stack.addWidget(workbench)
        for name in workbench.panels:
            workbench.bind(name, getattr(actions, f"show_{name}"))
        workbench.bind_previews(actions.live_previews)
        workbench.bind_links(actions.links_group)
        connect_canvas(actions, workbench.canvas.view)
        workbench.docks.offer_in(self.menus.views)
        actions.close_view.triggered.connect(workbench.docks.close_front)
        for name in ("step", "stop", "train_on"):
            getattr(actions, name).triggered.connect(getattr(controller, name))
        actions.run.triggered.connect(self._on_run)
        actions.reset.triggered.connect(self._on_reset)
        self._run_status = RunStatus(self.session, controller, self.toolbar, actions, self)
        self._run_messages = RunMessages(self.session, controller, self.messages, self, self.files.tells_of)
        StepMenu(self.session, controller, self.toolbar, actions, self.menus.train, self)
        SlowMotion(controller, self.menus.train, actions.find_rate, self)
        self._going_back = GoingBack(
            self.session, controller, lambda: workbench.plots.runs, self.messages, self.menus.train, actions.find_rate,
            self,
        )  # fmt: skip
        workbench.inspector.training_page.find_wanted.connect(actions.find_rate.trigger)
        StaleNotices(self.session, controller, self.messages, self)
        LineKeys(self, [actions.export])
        actions.find.triggered.connect(workbench.find_layer_kind)
        actions.evaluate.triggered.connect(workbench.show_evaluate)
        actions.predict.triggered.connect(workbench.show_predict)
        workbench.unfolded.connect(self._on_unfolded)
        workbench.failed.connect(self._on_failed)
        controller.blocked.connect(workbench.show_problems)
        controller.saved.connect(self.files.on_bundle_saved)
        controller.request_failed.connect(self.files.on_request_failed)
        controller.worker_died.connect(self._back_up)
        controller.bundle_opened.connect(self.files.on_bundle_opened)
        controller.bundle_refused.connect(self.files.on_bundle_refused)
        self.imports.follow(controller)
        client = workbench.inspector.data_page.client
        self._run_messages.reading_wanted.connect(client.read_project_again)
        client.chosen.connect(self.drops.on_chosen)
        client.failed.connect(self.drops.on_failed)
        controller.run_reset.connect(self.files.on_run_dropped)
        controller.worker_died.connect(self.files.on_run_dropped)
        self._run_status.enable(False)
        return workbench

    @property
    def drops(self) -> FileDrops:
        if self._drops is None:
            from playground.ui.file_drops import FileDrops

            self._drops = FileDrops(self)
        return self._drops

    @property
    def recovery(self) -> Recovery:
        if self._recovery is None:
            from playground.ui.recovery import Recovery

            self._recovery = Recovery(self.session, self)
            self._recovery.failed.connect(self._on_recovery_failed)
        return self._recovery

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
        self.controller.start_worker()
        self._offer_recovered()
        self.workbench.plots.prepare()
        self.warmed_up.emit()

    def _offer_recovered(self) -> None:
        from playground.ui.recovery import find_recovered

        self.recovery.write()  # from now on; what is found below is older
        for work in find_recovered()[:1]:
            self._offer_work(work)

    def _offer_work(self, work: Recovered) -> None:
        def recover() -> None:
            if not self.files.recover(work):
                self._offer_work(work)  # nothing was decided yet

        self.messages.show_message(
            f"“{work.project.title}” was not saved when the program ended last time.", "warning",
            [("Recover it", recover), ("Delete it", lambda: work.file.unlink(missing_ok=True))], key="recovery",
        )  # fmt: skip

    @Slot(str)
    def _on_unfolded(self, name: str) -> None:
        action: QAction = getattr(self.menu_actions, f"show_{name}")
        action.setChecked(True)

    @Slot(str)
    def _on_failed(self, message: str) -> None:
        self.messages.show_message(message)

    @Slot(str)
    def _on_recovery_failed(self, message: str) -> None:
        self.messages.show_message(message, "warning", key=NO_BACKUP)

    @Slot()
    def _back_up(self) -> None:
        self.recovery.write()

    # --- following ---

    @property
    def _on_workbench(self) -> bool:
        return self._workbench is not None and self._stack.currentWidget() is self._workbench

    def _follow_page(self) -> None:
        shown = self._on_workbench
        actions = self.menu_actions
        self.toolbar.setVisible(shown)
        actions.enable(actions.ON_CANVAS + actions.ON_PROJECT, shown)
        actions.start_page.setChecked(not shown)
        if self._workbench is not None:
            self._workbench.docks.show_windows(shown)
            self._run_status.enable(shown)
        else:
            actions.enable((*actions.OF_RUN, "save_bundle", "export"), False)
        self._follow_title()

    @Slot()
    def _follow_title(self) -> None:
        session = self.session
        title = session.project.title
        saved = "edited" if session.dirty else "saved" if session.path else "not saved yet"
        self.toolbar.show_title(title, saved)
        self.toolbar.saved.setToolTip(str(session.path or ""))
        self.setWindowTitle(f"{title}[*] — Neural Playground" if self._on_workbench else "Neural Playground[*]")
        self.setWindowModified(session.dirty and self._on_workbench)

    @Slot(str)
    def _on_renamed(self, title: str) -> None:
        self.session.do(SetProject({"title": title}))

    @Slot()
    def _on_run(self) -> None:
        controller = self.controller
        if controller.can["pause"]:
            controller.pause()
        elif controller.state == "paused" and not controller.edited:
            controller.run()
        else:
            self._going_back.leave(controller.run, "Run", self.files.save_bundle)

    @Slot()
    def _on_reset(self) -> None:
        self._going_back.leave(self.controller.reset, "Reset", self.files.save_bundle)

    @Slot()
    def _on_start_page(self) -> None:
        if self._on_workbench:
            self.show_start()
        else:
            self.show_workbench()

    @Slot()
    def _on_theme(self) -> None:
        name = str(self.menu_actions.theme_group.checkedAction().data())
        settings().theme = name
        theme().apply(cast("QApplication", QApplication.instance()), None if name == "system" else name)

    @Slot()
    def _show_shortcuts(self) -> None:
        ShortcutsDialog(self.menu_actions.all(), self).exec()

    @Slot()
    def _show_about(self) -> None:
        worker = self._controller.worker if self._controller else None
        device = ", ".join(worker.devices.values()) if worker else "… (the training process starts)"
        AboutDialog(device, self).exec()

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
        if not self._quiet and not self.files.may_leave("closing", self.close):
            event.ignore()
            return
        self._closed = True
        settings().geometry = QByteArray(self.saveGeometry())
        if self._workbench is not None:
            self._workbench.remember_sizes()
            self._workbench.docks.show_windows(False)  # what is torn down must not be told that nobody sees it
        if self._recovery is not None:
            if self._quiet:
                self._recovery.write()
            else:
                self._recovery.discard()
            self._recovery.close()
        self.hide()  # the worker may take a moment to end
        if self._controller is not None:
            self._controller.shutdown()
        event.accept()


def _recent_files() -> list[Path]:
    return settings().recent_files
