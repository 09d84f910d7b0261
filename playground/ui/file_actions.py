"""New, open, save, export: what the File menu does, and the question before work would be lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from playground.core.files import FileError, load_project
from playground.core.presets import preset_path, presets_folder
from playground.core.project import Project
from playground.ui.dialogs import files as dialogs
from playground.ui.dialogs.leave import AtStake, Leave, ask_leave
from playground.ui.settings import settings

if TYPE_CHECKING:
    from playground.protocol import Format
    from playground.ui.main_window import MainWindow

BUNDLE_SUFFIX = ".playground"
_EXPORTS: dict[Format, tuple[str, str]] = {
    "safetensors": (".safetensors", "Weights (*.safetensors)"),
    "pt": (".pt", "PyTorch state dict (*.pt)"),
    "onnx": (".onnx", "ONNX model (*.onnx)"),
}


class FileActions(QObject):
    """Acts on the window's session; errors are messages in the window, and leave everything as it was."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._then: Callable[[], object] | None = None  # goes on when the bundle is written

    # --- opening ---

    @Slot()
    def new(self) -> None:
        """An empty project."""
        if self.may_leave("starting a new project", self.new):
            self._show(Project(), None)

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
        """Open a project or a bundle. False, with a message, when it cannot be read; the open project then stays."""
        path = Path(path)
        try:
            if path.suffix == BUNDLE_SUFFIX:
                return self._open_bundle(path)
            project = load_project(path)
        except FileError as error:
            self._window.messages.show_message(str(error), key="file")
            return False
        if not self.may_leave("opening another project", lambda: self.open_path(path)):
            return False
        preset = path.resolve().parent == presets_folder().resolve()  # not a person's file: Save asks for a name
        self._show(project, None if preset else path)
        if not preset:
            settings().add_recent(path)
        return True

    def _open_bundle(self, path: Path) -> bool:
        """Raises ``FileError``."""
        from playground.core.bundle import read_bundle_text  # opening bundles is not what a start is for

        bundle = read_bundle_text(path)
        if not self.may_leave("opening another project", lambda: self.open_path(path)):
            return False
        self._show(bundle.project, None)
        settings().add_recent(path)
        complete = trained_steps(bundle.history) >= wanted_steps(bundle.history, bundle.project)
        self._window.controller.open_bundle(path, bundle.project, complete=complete)
        self._window.plots.show_history(bundle.history, path.stem)
        return True

    def _show(self, project: Project, path: Path | None) -> None:
        self._window.messages.clear("file")
        self._window.controller.reset()
        self._window.session.open(project, path)
        self._window.show_workbench()

    def recover(self, project: Project, path: Path | None) -> None:
        """Show work that a crash left; it counts as not saved."""
        self._show(project, path)
        self._window.session.undo_stack.resetClean()

    # --- saving ---

    @Slot()
    def save(self) -> bool:
        """Write the project to its file, asking for one when it has none."""
        path = self._window.session.path
        return self.save_as() if path is None else self.save_to(path)

    @Slot()
    def save_as(self) -> bool:
        title = self._window.session.project.title
        path = dialogs.ask_save(self._window, "Save project", title, ".json", dialogs.PROJECT)
        return path is not None and self.save_to(path)

    def save_to(self, path: Path) -> bool:
        """False, with a message, when it cannot be written; the old file is then still whole."""
        try:
            self._window.session.save(path)
        except FileError as error:
            choice = ("Save as…", self.save_as)
            self._window.messages.show_message(str(error), "error", [choice], key="file")
            return False
        self._window.messages.clear("file")
        settings().add_recent(path)
        return True

    @Slot()
    def save_bundle(self) -> bool:
        """Ask where, and let the worker write it. False when nothing was asked of the worker."""
        if not self._has_weights():
            return False
        title = self._window.session.project.title
        path = dialogs.ask_save(self._window, "Save trained bundle", title, BUNDLE_SUFFIX, dialogs.BUNDLE)
        if path is None:
            return False
        self._window.controller.save_bundle(path)
        return True

    def export(self, kind: Format) -> None:
        """Ask where, and let the worker write it."""
        if not self._has_weights():
            return
        suffix, described = _EXPORTS[kind]
        path = dialogs.ask_save(self._window, "Export", self._window.session.project.title, suffix, described)
        if path is not None:
            self._window.messages.show_message(f"Exporting {path.name}…", "info", key="export")
            self._window.controller.export(path, kind)

    def _has_weights(self) -> bool:
        if self._window.controller.has_weights:
            return True
        self._window.messages.show_message(
            "There are no trained weights yet. Press Run, or open a trained bundle.", "info",
            [("Run", self._window.menu_actions.run.trigger)], key="export",
        )  # fmt: skip
        return False

    # --- leaving ---

    def may_leave(self, doing: str, then: Callable[[], object]) -> bool:
        """Whether what is open may go. ``then`` is called later when saving a trained bundle comes first."""
        window = self._window
        stake = AtStake(window.session.project.title, window.session.dirty, *window.run_at_stake())
        if not stake.anything:
            return True
        decision = ask_leave(window, stake, doing)
        if decision is Leave.SAVE:
            return self.save()
        if decision is Leave.BUNDLE and self.save_bundle():
            self._then = then
        return decision is Leave.DISCARD

    @Slot(object)
    def on_bundle_saved(self, _saved: object) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    @Slot(object)
    def on_request_failed(self, _failure: object) -> None:
        self._then = None


def trained_steps(history: dict[str, object]) -> int:
    """Batches that the history of a bundle has seen."""
    steps = [0]
    series, epochs = history.get("series"), history.get("epochs")
    if isinstance(series, dict):
        steps += [int(points[-1][0]) for points in series.values() if points]
    if isinstance(epochs, list):
        steps += [int(epoch["step"]) for epoch in epochs]
    return max(steps)


def wanted_steps(history: dict[str, object], project: Project) -> int:
    """Batches in all epochs that the project asks for."""
    each = history.get("steps_per_epoch")
    return each * project.training.epochs if isinstance(each, int) else 0
