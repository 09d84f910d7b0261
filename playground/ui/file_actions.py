"""New, open, save, export: what the File menu does, and the question before work would be lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from playground.core.bundle import SUFFIX
from playground.core.files import FileError, load_project
from playground.core.language import tr
from playground.core.presets import in_language, preset_path, presets_folder
from playground.core.project import Project
from playground.ui.dialogs import files as dialogs
from playground.ui.dialogs.files import ONNX_SUFFIX
from playground.ui.dialogs.leave import AtStake, Leave, ask_leave
from playground.ui.opening import Opening
from playground.ui.settings import settings
from playground.ui.stale_notices import EXPORT, NO_WEIGHTS, NOT_WRITTEN
from playground.ui.toasts import tell, tell_saved
from playground.ui.windows import showing

if TYPE_CHECKING:
    from playground.protocol import FileProgress, RequestFailed, Saved
    from playground.ui.export import ExportDialog
    from playground.ui.main_window import MainWindow
    from playground.ui.recovery import Recovered


SLOW_MILLISECONDS = 400  # after that a person is told that something goes on


@dataclass(frozen=True, slots=True)
class _Saving:
    """A bundle that the worker has not written yet."""

    request: int
    path: Path


class FileActions(QObject):
    """Acts on the window's session; errors are messages in the window, and leave everything as it was."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._then: tuple[int, Callable[[], object]] | None = None  # what waits for which bundle to be written
        self._saving: _Saving | None = None
        self._slow = QTimer(self, singleShot=True)
        self._slow.timeout.connect(self._tell_of_saving)
        self._unwanted: set[int] = set()  # bundles that a person would not wait for
        self.opening = Opening(window)
        self.export_dialog: ExportDialog | None = None

    # --- opening ---

    @Slot()
    def new(self) -> None:
        """An empty project."""
        if self.may_leave(tr("starting a new project"), self.new):
            self._replace(Project(title=tr("Untitled")), None)

    def show_new(self, project: Project) -> None:
        """A project that has just been made; it is nobody's file yet."""
        if self.may_leave(tr("starting a new project"), lambda: self.show_new(project)):
            self._replace(project, None)

    @Slot()
    def open(self) -> None:
        """Ask for a file and open it."""
        path = dialogs.ask_open(self._window)
        if path is not None:
            self.open_path(path)

    @Slot(str)
    def open_preset(self, name: str) -> None:
        path = preset_path(name)
        if path is not None:
            self.open_path(path)

    @Slot(str)
    def open_path(self, path: Path | str) -> bool:
        """Open a project, a bundle or an ONNX model. False, with a message, when it cannot be read; then all stays.

        A bundle is shown as soon as the worker has loaded its weights.
        """
        path = Path(path)
        if self._shown_elsewhere(path):
            return True
        if path.suffix.lower() == ONNX_SUFFIX:
            return self._window.imports.open_path(path)
        try:
            if path.suffix == SUFFIX:
                return self.opening.load(path)
            if self.opening.is_large(path):
                return self.opening.read(path)
            project = load_project(path)
        except FileError as error:
            self._window.messages.show_message(str(error), key="file")
            return False
        if not self.may_leave(tr("opening another project"), lambda: self.open_path(path)):
            return False
        preset = path.resolve().parent == presets_folder().resolve()  # not a person's file: Save asks for a name
        if preset:
            project = in_language(project)
        if preset:
            self._replace(project, None)
        else:
            self.show_read(project, path)
        return True

    def show_read(self, project: Project, path: Path) -> None:
        """A project that was read from a person's file."""
        self._replace(project, path)
        settings().add_recent(path)

    def _shown_elsewhere(self, path: Path) -> bool:
        """Two windows that write one file would undo each other: the one that has it comes to the front."""
        other = showing(path)
        if other is None or other is self._window:
            return False
        other.show_workbench()
        other.raise_()
        other.activateWindow()
        other.messages.show_message(tr("{file} is open here.", file=path.name), "info", key="file")
        return True

    @Slot()
    def on_run_dropped(self) -> None:
        """A bundle that was being opened is opened no more, and one that was being written is not written."""
        if self._saving is not None:
            self._saving = None
            self._slow.stop()
            self._window.messages.clear(EXPORT)
        self.opening.drop_bundle()

    def _replace(self, project: Project, path: Path | None) -> None:
        self.opening.drop()
        self._window.controller.reset()
        self.show(project, path)

    def show(self, project: Project, path: Path | None) -> None:
        """In the place of what is open; the run is left as it is."""
        self._window.messages.clear("file")
        self._window.session.open(project, path)
        self._window.show_workbench()

    def recover(self, work: Recovered) -> bool:
        """Show work that a crash left; it counts as not saved. False when what is open shall stay."""
        if not self.may_leave(tr("recovering the other project"), lambda: self.recover(work)):
            return False
        self._window.messages.clear("recovery")
        if work.bundle is None:
            self._recover_project(work)
            return True
        try:
            self.opening.recover(work, work.bundle)
        except FileError as error:
            self.recover_untrained(work, str(error))
        return True

    def recover_untrained(self, work: Recovered, why: str) -> None:
        """Show the project alone: what it was trained to cannot be read."""
        self._recover_project(work)
        text = tr("What it was trained to cannot be recovered: {why}", why=why)
        self._window.messages.show_message(text, "error", key="file")

    def _recover_project(self, work: Recovered) -> None:
        self._replace(work.project, work.path)
        self._window.rescue.take(work, trained=False)

    # --- saving ---

    @Slot()
    def save(self) -> bool:
        """Write the project to its file, asking for one when it has none."""
        path = self._window.session.path
        return self.save_as() if path is None else self.save_to(path)

    @Slot()
    def save_as(self) -> bool:
        title = self._window.session.project.title
        path = dialogs.ask_save(self._window, tr("Save project"), title, ".json", tr(dialogs.PROJECT))
        return path is not None and self.save_to(path)

    def save_to(self, path: Path) -> bool:
        """False, with a message, when it cannot be written; the old file is then still whole."""
        try:
            self._window.session.save(path)
        except FileError as error:
            choice = (tr("Save as…"), self.save_as)
            self._window.messages.show_message(str(error), "error", [choice], key="file")
            return False
        self._window.messages.clear("file")
        settings().add_recent(path)
        tell_saved(self._window, path)
        return True

    @Slot()
    def save_bundle(self) -> int | None:
        """Ask where, and let the worker write it. The number of the request; None when nothing was asked of it."""
        if not self._has_weights():
            return None
        title = self._window.session.project.title
        path = dialogs.ask_save(self._window, tr("Save trained bundle"), title, SUFFIX, tr(dialogs.BUNDLE))
        request = None if path is None else self._window.controller.save_bundle(path)
        if request is not None and path is not None:
            self._saving = _Saving(request, path)
            self._slow.start(SLOW_MILLISECONDS)
        return request

    @Slot()
    def _tell_of_saving(self) -> None:
        """Large weights take their time, and so does a step that is under way."""
        if self._saving is not None:
            text, cancel = tr("Saving {name}…", name=self._saving.path.name), (tr("Cancel"), self.cancel_saving)
            self._window.messages.show_message(text, "info", [cancel], key=EXPORT, lasting=True)

    @Slot(object)
    def on_progress(self, progress: FileProgress) -> None:
        if self._saving is not None and progress.request == self._saving.request:
            self._window.messages.show_share(EXPORT, progress.done / max(1, progress.total))

    @Slot()
    def cancel_saving(self) -> None:
        """A person does not want to wait for a bundle; a file that was there stays as it was."""
        if self._saving is not None:
            self._unwanted.add(self._saving.request)
            self._window.controller.cancel_saving(self._saving.request)

    @Slot()
    def export(self) -> None:
        """Ask for format and place in a dialog that stays open beside the window."""
        if not self._has_weights():
            return
        if self.export_dialog is None:
            from playground.ui.export import ExportDialog

            self.export_dialog = ExportDialog(self._window.session, self._window.controller, self._window)
        for key in (EXPORT, NOT_WRITTEN):
            self._window.messages.clear(key)
        self.export_dialog.show()
        self.export_dialog.activateWindow()

    def tells_of(self, request: int) -> bool:
        """Whether somebody tells of ``request`` here: the export dialog, or who cancelled it."""
        return request in self._unwanted or (self.export_dialog is not None and self.export_dialog.tells_of(request))

    def _has_weights(self) -> bool:
        if self._window.controller.has_weights:
            return True
        self._window.messages.show_message(
            tr("There are no trained weights yet. Press Run, or open a trained bundle."), "info",
            [(tr("Run"), self._window.menu_actions.run.trigger)], key=NO_WEIGHTS,
        )  # fmt: skip
        return False

    # --- leaving ---

    def may_leave(self, doing: str, then: Callable[[], object], *, run: bool = True) -> bool:
        """Whether what is open may go, with its ``run`` or without one.

        ``then`` is called later when saving a trained bundle comes first.
        """
        window = self._window
        training, weights = window.run_at_stake() if run else (False, False)
        stake = AtStake(window.session.project.title, window.session.dirty, training, weights)
        if not stake.anything:
            return True
        decision = ask_leave(window, stake, doing)
        if decision is Leave.SAVE:
            return self.save()
        if decision is Leave.BUNDLE:
            request = self.save_bundle()
            self._then = None if request is None else (request, then)
        return decision is Leave.DISCARD

    def _end_saving(self, request: int) -> None:
        if self._saving is not None and request == self._saving.request:
            self._saving = None
            self._slow.stop()

    @Slot(object)
    def on_bundle_saved(self, saved: Saved) -> None:
        self._end_saving(saved.request)
        self._unwanted.discard(saved.request)
        if self._then is not None and self._then[0] == saved.request:
            (_, then), self._then = self._then, None
            then()

    @Slot(object)
    def on_request_failed(self, failure: RequestFailed) -> None:
        self._end_saving(failure.request)
        if failure.request in self._unwanted:
            self._unwanted.discard(failure.request)
            self._window.messages.clear(EXPORT)
            tell(self._window, tr("The bundle was not saved."))
        if self._then is not None and self._then[0] == failure.request:
            self._then = None
