"""File ▸ Import: the worker reads a model of another program, then the window shows it with its weights."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from playground.core.files import parse_project
from playground.core.language import tr
from playground.core.project import Project
from playground.ui.dialogs import files as dialogs
from playground.ui.settings import settings
from playground.ui.stale_notices import IMPORT

if TYPE_CHECKING:
    from playground.protocol import ModelImported
    from playground.ui.main_window import MainWindow
    from playground.ui.run_controller import RunController


@dataclass(frozen=True, slots=True)
class _Importing:
    """A file that the worker reads, and the project that it is to replace."""

    path: Path
    before: Project


class ImportActions(QObject):
    """The window itself never looks into such a file: what cannot be read is told by the worker, in one line."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._importing: _Importing | None = None

    def follow(self, controller: RunController) -> None:
        """Listen for the worker's answers."""
        controller.model_imported.connect(self._on_imported)
        controller.bundle_refused.connect(self._on_over)
        controller.run_reset.connect(self._on_dropped)
        controller.worker_died.connect(self._on_dropped)

    @Slot()
    def ask(self) -> None:
        """Ask for a file and import it."""
        path = dialogs.ask_import(self._window)
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> bool:
        """Begin to import; False when what is open shall stay. It is shown as soon as the worker has read it."""
        window = self._window
        if not window.files.may_leave(tr("importing a model"), lambda: self.open_path(path)):
            return False
        _ = window.workbench  # it listens for the answer
        window.controller.import_model(path)
        self._importing = _Importing(path, window.session.project)
        text, cancel = tr("Importing {name}…", name=path.name), (tr("Cancel"), self.cancel)
        window.messages.show_message(text, "info", [cancel], key="file", lasting=True)
        return True

    @Slot()
    def cancel(self) -> None:
        """A person does not want to wait: what is open stays."""
        if self._importing is not None:
            self._window.files.opening.leave(self._importing.path.name)

    @Slot(object)
    def _on_imported(self, event: ModelImported) -> None:
        importing, self._importing = self._importing, None
        window = self._window
        if importing is None:
            return
        edited = window.session.project is not importing.before  # while the worker was reading
        if edited and not window.files.may_leave(
            tr("importing a model"), lambda: self.open_path(importing.path), run=False
        ):
            window.messages.clear("file")
            window.controller.reset()
            return
        window.messages.clear("file")
        window.session.open(parse_project(event.project), None)
        window.show_workbench()
        window.canvas.view.fit()
        settings().add_recent(importing.path)
        if event.missing:
            problems = (tr("Show problems"), window.workbench.show_problems)
            window.messages.show_message(event.missing, "warning", [problems], key=IMPORT)
        else:
            window.messages.clear(IMPORT)

    @Slot(object)
    def _on_over(self, _failure: object) -> None:
        """What went wrong is told where refused bundles are."""
        self._importing = None

    @Slot()
    def _on_dropped(self) -> None:
        if self._importing is not None:
            self._importing = None
            self._window.messages.clear("file")
