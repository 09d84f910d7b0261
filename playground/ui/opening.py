"""Files that take their time to be opened: bundles, which the worker loads, and large projects, read by a thread.

The window can be used meanwhile; a message tells of it, with a button that ends it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Slot

from playground.core.bundle import HISTORY, read_bundle_text
from playground.core.files import FileError, load_project
from playground.core.language import tr
from playground.core.project import Project
from playground.ui.settings import settings
from playground.ui.toasts import tell

if TYPE_CHECKING:
    from playground.protocol import BundleOpened, FileProgress, RunFailed
    from playground.telemetry.run_history import RunHistory
    from playground.ui.main_window import MainWindow
    from playground.ui.recovery import Recovered

LARGE_BYTES = 500_000  # a project of some thousand layers: less is open before anybody notices
FILE = "file"  # the key of messages about the file that is opened


@dataclass(frozen=True, slots=True)
class _Loading:
    """A bundle that the worker loads, and the project that it is to replace. ``work``: what a crash left of it."""

    path: Path
    project: Project
    history: RunHistory
    before: Project
    work: Recovered | None = None

    @property
    def name(self) -> str:
        return self.path.name if self.work is None else self.work.project.title


class _Reading(QThread):
    """Reads a project; ``project`` is None afterwards where that failed, and ``error`` says why."""

    def __init__(self, path: Path, before: Project, parent: QObject) -> None:
        super().__init__(parent)
        self.path, self.before = path, before
        self.project: Project | None = None
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            self.project = load_project(self.path)
        except Exception as error:  # noqa: BLE001  (it is raised again where somebody hears of it)
            self.error = error


class Opening(QObject):
    """At most one file is on its way; another one takes its place."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._loading: _Loading | None = None
        self._reading: _Reading | None = None
        self._unwanted: str | None = None  # what the worker was asked to leave and has not answered for yet

    # --- large projects ---

    @staticmethod
    def is_large(path: Path) -> bool:
        """Whether a project is read beside the event loop."""
        try:
            return path.stat().st_size > LARGE_BYTES
        except OSError:
            return False  # reading it says why

    def read(self, path: Path) -> bool:
        """Begin to read a project; False when what is open shall stay."""
        window = self._window
        if not window.files.may_leave(tr("opening another project"), lambda: self.read(path)):
            return False
        self.drop()
        self._reading = reading = _Reading(path, window.session.project, self)
        reading.finished.connect(self._on_read)
        self._tell(path.name)
        reading.start()
        return True

    @Slot()
    def _on_read(self) -> None:
        reading = self.sender()
        if not isinstance(reading, _Reading):
            return
        wanted = reading is self._reading
        reading.deleteLater()
        if not wanted:
            return
        self._reading = None
        window, path = self._window, reading.path
        if isinstance(reading.error, FileError):
            window.messages.show_message(str(reading.error), key=FILE)
        elif reading.error is not None:
            window.messages.clear(FILE)
            raise reading.error
        elif reading.project is not None:
            edited = window.session.project is not reading.before
            if edited and not window.files.may_leave(tr("opening another project"), lambda: self.read(path)):
                window.messages.clear(FILE)
                return
            window.messages.repaint()  # drawing thousands of layers takes its time, too
            window.files.show_read(reading.project, path)

    # --- bundles ---

    def load(self, path: Path) -> bool:
        """Begin to open a bundle; False when what is open shall stay. Raises ``FileError``."""
        project, history = self._read_bundle(path)
        files = self._window.files
        if not files.may_leave(tr("opening another project"), lambda: files.open_path(path)):
            return False
        self._begin(_Loading(path, project, history, self._window.session.project))
        return True

    def recover(self, work: Recovered, bundle: Path) -> None:
        """Begin to open the ``bundle`` of what a crash left, in the place of what is open. Raises ``FileError``."""
        project, history = self._read_bundle(bundle)
        self._begin(_Loading(bundle, project, history, self._window.session.project, work))

    def _read_bundle(self, path: Path) -> tuple[Project, RunHistory]:
        """Project and curves. Raises ``FileError``."""
        from playground.telemetry.run_history import RunHistory  # numpy is not what a start is for

        bundle = read_bundle_text(path)
        try:
            return bundle.project, RunHistory.from_dict(bundle.history, path.stem)
        except ValueError as error:
            raise FileError(path, f"{error}.", HISTORY) from error

    def _begin(self, loading: _Loading) -> None:
        controller, work = self._window.controller, loading.work
        _ = self._window.workbench  # it listens for the answer
        self.drop()
        complete = is_complete(loading.history, loading.project)
        controller.open_bundle(loading.path, loading.project, complete=complete, recovered=work is not None)
        self._loading = loading
        self._tell(loading.name)

    @Slot(object)
    def on_bundle_opened(self, _opened: BundleOpened) -> None:
        """The worker has the weights: now the project and its curves take the place of what is open."""
        loading, self._loading, self._unwanted = self._loading, None, None
        if loading is None:
            return
        window = self._window
        edited = window.session.project is not loading.before  # while the worker was loading
        work = loading.work
        if edited and not window.files.may_leave(
            tr("opening another project"), lambda: self._once_more(loading), run=False
        ):
            window.messages.clear(FILE)
            window.controller.reset()
            if work is not None:
                window.rescue.offer_again(work)
            return
        if work is None:
            window.files.show(loading.project, None)
            settings().add_recent(loading.path)
        else:
            window.files.show(work.project, work.path)
            window.rescue.take(work, trained=True)
        window.plots.show_history(loading.history, loading.project)

    def _once_more(self, loading: _Loading) -> None:
        files = self._window.files
        if loading.work is None:
            files.open_path(loading.path)
        else:
            files.recover(loading.work)

    @Slot(object)
    def on_bundle_refused(self, failure: RunFailed) -> None:
        loading, self._loading = self._loading, None
        unwanted, self._unwanted = self._unwanted, None
        work = None if loading is None else loading.work
        if unwanted is not None:
            self._window.messages.clear(FILE)
            self._tell_left(unwanted)
            if work is not None:
                self._window.rescue.offer_again(work)
            return
        if work is not None:
            self._window.files.recover_untrained(work, failure.message)
            return
        kept = tr("What was trained before can still be saved.") if self._window.controller.unsaved_weights else ""
        text = " ".join(part for part in (failure.message, failure.hint, kept) if part)
        self._window.messages.show_message(text, "error", key=FILE)

    @Slot(object)
    def on_progress(self, progress: FileProgress) -> None:
        if progress.run is not None and self._loading is not None:
            self._window.messages.show_share(FILE, progress.done / max(1, progress.total))

    # --- ending it ---

    @Slot()
    def cancel(self) -> None:
        """A person does not want to wait: what is open stays."""
        if self._reading is not None:
            path = self._reading.path
            self.drop()
            self._tell_left(path.name)
        elif self._loading is not None:
            self.leave(self._loading.name)

    def leave(self, name: str) -> None:
        """Have the worker leave a file, unless that is open by the time it hears of it: the answer says which."""
        self._unwanted = name
        self._window.messages.show_message(tr("Cancelling…"), "info", key=FILE, lasting=True)
        self._window.controller.cancel_opening()

    def _tell_left(self, name: str) -> None:
        tell(self._window, tr("{name} was not opened.", name=name))

    @Slot()
    def drop(self) -> None:
        """What is on its way is wanted no more; a thread that reads comes to its end unheard."""
        self.drop_bundle()
        if self._reading is not None:
            self._reading = None
            self._window.messages.clear(FILE)

    def drop_bundle(self) -> None:
        """The worker does not load it any more."""
        self._unwanted = None
        if self._loading is not None:
            self._loading = None
            self._window.messages.clear(FILE)

    def finish(self) -> None:
        """Before the window goes: no thread is left when this returns."""
        self.drop()
        for reading in self.findChildren(_Reading):
            reading.wait()

    def _tell(self, name: str) -> None:
        text, cancel = tr("Opening {name}…", name=name), (tr("Cancel"), self.cancel)
        self._window.messages.show_message(text, "info", [cancel], key=FILE, lasting=True)


def is_complete(history: RunHistory, project: Project) -> bool:
    """Whether a bundle has seen all the batches of all the epochs that its project asks for."""
    trained = max([history.last_step, *(epoch.step for epoch in history.epochs)])
    return trained >= history.steps_per_epoch * project.training.epochs
